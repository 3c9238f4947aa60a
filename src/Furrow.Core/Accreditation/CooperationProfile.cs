using System.Globalization;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;

namespace Furrow.Core.Accreditation;

/// <summary>The settings about who may work, by name: as a programme records them beside those of the checks, and as people type them.</summary>
public static class CooperationProfile
{
    private const string None = "none", Yes = "yes", No = "no";

    /// <summary>Longer terms are no terms.</summary>
    private const int MostDays = 36_500;

    public static readonly IReadOnlyList<ProfileSetting<CooperationSettings>> All =
    [
        Days(nameof(CooperationSettings.ProvisionalValidDays), s => s.ProvisionalValidDays, (s, n) => s with { ProvisionalValidDays = n }),
        Days(nameof(CooperationSettings.FullValidDays), s => s.FullValidDays, (s, n) => s with { FullValidDays = n }),
        new(nameof(CooperationSettings.AccreditationNeeded),
            $"organisation, team, person, dog-pair, machine-type and procedure, with commas between them, or none",
            s => ListText(AccreditedKinds.Names.Where(n => s.AccreditationNeeded.Contains(n.Kind)).Select(n => n.Name)), Kinds),
        DaysOrNone(nameof(CooperationSettings.PersonStandDownDays), s => s.PersonStandDownDays, (s, n) => s with { PersonStandDownDays = n }),
        DaysOrNone(nameof(CooperationSettings.DogPairStandDownDays), s => s.DogPairStandDownDays, (s, n) => s with { DogPairStandDownDays = n }),
        DaysOrNone(nameof(CooperationSettings.DogTestValidDays), s => s.DogTestValidDays, (s, n) => s with { DogTestValidDays = n }),
        new(nameof(CooperationSettings.TurnoverSharePercent), $"a number from 0 to 100, with a point, or none",
            s => s.TurnoverSharePercent?.ToString("R", CultureInfo.InvariantCulture) ?? None,
            (s, text) => text == None ? s with { TurnoverSharePercent = null }
                : PlainNumber.Real(text) is { } share and >= 0 and <= 100 ? s with { TurnoverSharePercent = share } : null),
        new(nameof(CooperationSettings.InsuranceNeeded), $"yes or no", s => s.InsuranceNeeded ? Yes : No,
            (s, text) => text is Yes or No ? s with { InsuranceNeeded = text == Yes } : null),
        new(nameof(CooperationSettings.Competencies), $"work=competency, with commas between them, or none", s => ListText(WorkWords.Activities
            .Where(a => s.Competencies.ContainsKey(a.Activity)).Select(a => $"{a.Name}={NameOf(s.Competencies[a.Activity])}")), Competencies),
        new(nameof(CooperationSettings.Manning), $"function=number or work:level=number, with commas between them, or none",
            s => ListText(s.Manning.Select(n => n.Text)),
            (s, text) => ListOf(text).Select(ManningNeed.Read).ToList() is var needs && needs.TrueForAll(n => n is not null)
                ? s with { Manning = [.. needs.OfType<ManningNeed>()] } : null),
    ];

    public static ProfileSetting<CooperationSettings>? Find(string name) => All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Those that are not as they come, by name: what a programme records.</summary>
    public static IReadOnlyDictionary<string, string> Changed(CooperationSettings settings) =>
        All.Where(s => s.Text(settings) != s.Text(CooperationSettings.Default)).ToDictionary(s => s.Name, s => s.Text(settings));

    /// <summary>The settings a record holds. A name or text this release does not know is as it comes.</summary>
    public static CooperationSettings Of(IReadOnlyDictionary<string, string> changed) => All.Aggregate(CooperationSettings.Default,
        (settings, s) => changed.TryGetValue(s.Name, out var text) ? s.Read(settings, text) ?? settings : settings);

    private static ProfileSetting<CooperationSettings> Days(string name, Func<CooperationSettings, int> of,
        Func<CooperationSettings, int, CooperationSettings> with) =>
        new(name, $"whole days, from 1 on", s => of(s).ToString(CultureInfo.InvariantCulture),
            (s, text) => PlainNumber.Whole(text) is { } days and > 0 and <= MostDays ? with(s, days) : null);

    private static ProfileSetting<CooperationSettings> DaysOrNone(string name, Func<CooperationSettings, int?> of,
        Func<CooperationSettings, int?, CooperationSettings> with) =>
        new(name, $"whole days, from 1 on, or none", s => of(s)?.ToString(CultureInfo.InvariantCulture) ?? None,
            (s, text) => text == None ? with(s, null) : PlainNumber.Whole(text) is { } days and > 0 and <= MostDays ? with(s, days) : null);

    private static CooperationSettings? Kinds(CooperationSettings settings, string text)
    {
        var words = ListOf(text);
        var kinds = AccreditedKinds.Names.Where(n => words.Contains(n.Name)).Select(n => n.Kind).ToHashSet();
        return kinds.Count == words.Distinct().Count() ? settings with { AccreditationNeeded = kinds } : null;
    }

    private static CooperationSettings? Competencies(CooperationSettings settings, string text)
    {
        var said = new Dictionary<FieldActivity, Competency>();
        foreach (var pair in ListOf(text).Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries)))
        {
            var activity = WorkWords.Activities.FirstOrDefault(a => a.Name == pair[0]);
            var competency = WorkWords.Competencies.FirstOrDefault(c => c.Name == pair[^1]);
            if (pair.Length < 2 || activity.Name is null || competency.Name is null || !said.TryAdd(activity.Activity, competency.Competency))
            {
                return null;
            }
        }

        return settings with { Competencies = said };
    }

    private static string NameOf(Competency competency) => WorkWords.Competencies.First(c => c.Competency == competency).Name;

    private static string ListText(IEnumerable<string> words) => string.Join(',', words) is { Length: > 0 } text ? text : None;

    private static string[] ListOf(string text) =>
        text == None ? [] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
