using Furrow.Core.Accreditation;
using Furrow.Core.Checks;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>How the profile of a programme changes: by an entry, from which on what comes in is judged by it. What was decided before stays.</summary>
public static class ProfileRules
{
    /// <summary>The text that gives a setting back the value it comes with.</summary>
    public const string Default = "default";

    private static IEnumerable<string> Names => ProfileSettings.All.Select(s => s.Name).Concat(CooperationProfile.All.Select(s => s.Name));

    public static Ruling TakeEffect(IKnown known, Act act, SetProfile intent) =>
        intent.Settings.FirstOrDefault(s => s.IndexOf('=', StringComparison.Ordinal) < 1) is { } shapeless ? Problems.ProfileSettingShapeless(shapeless)
        : TakeEffect(known, act, intent.Settings.Select(s => s.Split('=', 2)).Select(s => (s[0].Trim(), s[1].Trim())));

    /// <param name="changes">Names of settings and their new values as text.</param>
    public static Ruling TakeEffect(IKnown known, Act act, IEnumerable<(string Name, string Text)> changes)
    {
        var record = known.Of<ProgrammeRecord>();
        var (checks, cooperation) = (record.Profile, record.Cooperation);
        foreach (var (name, text) in changes)
        {
            if ((ProfileSettings.Find(name) is { } check ? Set(check, CheckSettings.Default, text, ref checks)
                : CooperationProfile.Find(name) is { } other ? Set(other, CooperationSettings.Default, text, ref cooperation)
                : Problems.ProfileSettingUnknown(name, string.Join(", ", Names))) is { } problem)
            {
                return problem;
            }
        }

        var recorded = Recorded(checks, cooperation);
        return Same(recorded, Recorded(record.Profile, record.Cooperation)) ? Problems.ProfileInEffect()
            : act.IsWithoutReason ? Problems.ReasonMissing("change the profile")
            : [new ProfileTookEffect(record.Profile.Version + 1, recorded)];
    }

    /// <summary>Why a text is not what a setting takes; null when the setting has it.</summary>
    private static Problem? Set<T>(ProfileSetting<T> setting, T comes, string text, ref T settings)
        where T : class
    {
        var changed = setting.Read(settings, text == Default ? setting.Text(comes) : text);
        settings = changed ?? settings;
        return changed is null ? Problems.ProfileSettingWrong(setting.Name, text, setting.Expected) : null;
    }

    /// <summary>All that is not as it comes, of both groups.</summary>
    private static Dictionary<string, string> Recorded(CheckSettings checks, CooperationSettings cooperation) =>
        ProfileSettings.Changed(checks).Concat(CooperationProfile.Changed(cooperation)).ToDictionary();

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(p => other.TryGetValue(p.Key, out var text) && text == p.Value);
}
