using System.Globalization;

namespace Furrow.Core.Checks;

/// <summary>One setting of the profile as text: how it is written, and how a text is read.</summary>
/// <typeparam name="T">The group of settings it is one of: <see cref="CheckSettings"/>, or those about who may work.</typeparam>
/// <param name="Name">The name of its property there.</param>
/// <param name="Expected">What a text must be, for a refusal.</param>
/// <param name="Read">Null when the text is not that.</param>
public sealed record ProfileSetting<T>(string Name, Phrase Expected, Func<T, string> Text, Func<T, string, T?> Read)
    where T : class;

/// <summary>The settings of the checks by name: as a programme records them, and as people type them.</summary>
public static class ProfileSettings
{
    private const string None = "none";

    public static readonly IReadOnlyList<ProfileSetting<CheckSettings>> All =
    [
        new(nameof(CheckSettings.Profile), $"a name", s => s.Profile, (s, text) => text.Length is > 0 and <= 200 ? s with { Profile = text } : null),
        Number(nameof(CheckSettings.LongestLegMetres), s => s.LongestLegMetres, (s, n) => s with { LongestLegMetres = n }),
        Number(nameof(CheckSettings.StatedAreaTolerancePercent), s => s.StatedAreaTolerancePercent, (s, n) => s with { StatedAreaTolerancePercent = n }),
        Number(nameof(CheckSettings.PositionAccuracyMetres), s => s.PositionAccuracyMetres, (s, n) => s with { PositionAccuracyMetres = n }),
        Number(nameof(CheckSettings.OverlapIgnoredBelowSquareMetres), s => s.OverlapIgnoredBelowSquareMetres,
            (s, n) => s with { OverlapIgnoredBelowSquareMetres = n }),
        Number(nameof(CheckSettings.PartOverlapIgnoredBelowPercent), s => s.PartOverlapIgnoredBelowPercent,
            (s, n) => s with { PartOverlapIgnoredBelowPercent = n }, 100),
        Number(nameof(CheckSettings.HeadingIgnoredBelowSquareMetres), s => s.HeadingIgnoredBelowSquareMetres,
            (s, n) => s with { HeadingIgnoredBelowSquareMetres = n }),
        Number(nameof(CheckSettings.PlaceIgnoredBelowPercent), s => s.PlaceIgnoredBelowPercent, (s, n) => s with { PlaceIgnoredBelowPercent = n }, 100),
        Number(nameof(CheckSettings.DoubtIgnoredBelowSquareMetres), s => s.DoubtIgnoredBelowSquareMetres,
            (s, n) => s with { DoubtIgnoredBelowSquareMetres = n }),
        Number(nameof(CheckSettings.DoubtWaitsAbovePercent), s => s.DoubtWaitsAbovePercent, (s, n) => s with { DoubtWaitsAbovePercent = n }, 100),
        Number(nameof(CheckSettings.DoubtWaitsAboveSquareMetres), s => s.DoubtWaitsAboveSquareMetres, (s, n) => s with { DoubtWaitsAboveSquareMetres = n }),
        new(nameof(CheckSettings.ClearanceDepthCm), $"whole centimetres, or none",
            s => s.ClearanceDepthCm?.ToString(CultureInfo.InvariantCulture) ?? None, Depth),
        new(nameof(CheckSettings.EarliestDate), $"a day, as 1900-01-01", s => IsoDay.Text(s.EarliestDate),
            (s, text) => IsoDay.Read(text) is { } day
                ? s with { EarliestDate = day } : null),
        new(nameof(CheckSettings.Off), $"codes of checks with commas between them, or none",
            s => s.Off.Count == 0 ? None : string.Join(',', s.Off.Order(StringComparer.Ordinal)), Off),
        new(nameof(CheckSettings.Severities), $"check=notice, warning or error, with commas between them, or none",
            s => s.Severities.Count == 0 ? None : string.Join(',', s.Severities.OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => $"{p.Key}={NameOf(p.Value)}")), Severities),
    ];

    public static ProfileSetting<CheckSettings>? Find(string name) => All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Those that are not as they come, by name: what a programme records.</summary>
    public static IReadOnlyDictionary<string, string> Changed(CheckSettings settings) =>
        All.Where(s => s.Text(settings) != s.Text(CheckSettings.Default)).ToDictionary(s => s.Name, s => s.Text(settings));

    /// <summary>The settings a record holds. A name or text this release does not know is as it comes: it was written by one that knew more.</summary>
    public static CheckSettings Of(int version, IReadOnlyDictionary<string, string> changed) =>
        All.Aggregate(CheckSettings.Default with { Version = version },
            (settings, s) => changed.TryGetValue(s.Name, out var text) ? s.Read(settings, text) ?? settings : settings);

    private static ProfileSetting<CheckSettings> Number(string name, Func<CheckSettings, double> of, Func<CheckSettings, double, CheckSettings> with,
        double most = 1e12) =>
        new(name, most == 100 ? $"a number from 0 to 100, with a point" : (Phrase)$"a number from 0 on, with a point",
            s => of(s).ToString("R", CultureInfo.InvariantCulture),
            (s, text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most
                ? with(s, number) : null);

    private static CheckSettings? Depth(CheckSettings settings, string text) => text == None ? settings with { ClearanceDepthCm = null }
        : PlainNumber.Whole(text) is { } depth and > 0 and <= 100_000
            ? settings with { ClearanceDepthCm = depth } : null;

    private static CheckSettings? Off(CheckSettings settings, string text)
    {
        var codes = ListOf(text);
        return codes.All(c => CheckList.Find(c) is not null) ? settings with { Off = codes.ToHashSet() } : null;
    }

    private static CheckSettings? Severities(CheckSettings settings, string text)
    {
        var changed = new Dictionary<string, Severity>();
        foreach (var pair in ListOf(text).Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries)))
        {
            if (pair.Length < 2 || CheckList.Find(pair[0]) is null || SeverityOf(pair[1]) is not { } severity)
            {
                return null;
            }

            changed[pair[0]] = severity;
        }

        return settings with { Severities = changed };
    }

    private static string[] ListOf(string text) =>
        text == None ? [] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };

    private static Severity? SeverityOf(string name) =>
        Enum.GetValues<Severity>().Where(s => NameOf(s) == name).Select(s => (Severity?)s).FirstOrDefault();
}
