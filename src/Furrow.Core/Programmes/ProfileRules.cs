using Furrow.Core.Checks;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>How the profile of a programme changes: by an entry, from which on what comes in is judged by it. What was decided before stays.</summary>
public static class ProfileRules
{
    /// <summary>The text that gives a setting back the value it comes with.</summary>
    public const string Default = "default";

    public static Ruling TakeEffect(IKnown known, Act act, SetProfile intent) =>
        intent.Settings.FirstOrDefault(s => s.IndexOf('=', StringComparison.Ordinal) < 1) is { } shapeless ? Problems.ProfileSettingShapeless(shapeless)
        : TakeEffect(known, act, intent.Settings.Select(s => s.Split('=', 2)).Select(s => (s[0].Trim(), s[1].Trim())));

    /// <param name="changes">Names of settings and their new values as text.</param>
    public static Ruling TakeEffect(IKnown known, Act act, IEnumerable<(string Name, string Text)> changes)
    {
        var settings = known.Of<ProgrammeRecord>().Profile;
        var inEffect = settings;
        foreach (var (name, text) in changes)
        {
            if (ProfileSettings.Find(name) is not { } setting)
            {
                return Problems.ProfileSettingUnknown(name, string.Join(", ", ProfileSettings.All.Select(s => s.Name)));
            }

            var wanted = text == Default ? setting.Text(CheckSettings.Default) : text;
            if (setting.Read(settings, wanted) is not { } changed)
            {
                return Problems.ProfileSettingWrong(setting.Name, text, setting.Expected);
            }

            settings = changed;
        }

        var recorded = ProfileSettings.Changed(settings);
        return Same(recorded, ProfileSettings.Changed(inEffect)) ? Problems.ProfileInEffect()
            : act.IsWithoutReason ? Problems.ReasonMissing("change the profile")
            : [new ProfileTookEffect(inEffect.Version + 1, recorded)];
    }

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(p => other.TryGetValue(p.Key, out var text) && text == p.Value);
}
