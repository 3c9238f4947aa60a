using System.Text.RegularExpressions;
using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>What the person importing says about the coordinate system, held against what the file says. Stated is obeyed or contradicted aloud: where
/// both speak and mean different systems, nothing is read until the person has named both ("EPSG:32634 instead of EPSG:32633").</summary>
internal sealed partial class StatedSystem
{
    private readonly string _file;
    private readonly string? _text;
    private readonly string? _insteadOf;

    private StatedSystem(string file, string? text, string? insteadOf, Outcome<CoordinateSystem> system)
    {
        (_file, _text, _insteadOf, System) = (file, text, insteadOf, system);
    }

    /// <summary>Null without problem when the person says nothing.</summary>
    public Outcome<CoordinateSystem> System { get; }

    public bool IsStated => _text is not null;

    /// <param name="stated">As <see cref="ReadOptions.Crs"/>; null when nothing is.</param>
    public static StatedSystem Of(string file, string? stated)
    {
        if (stated is not { } text)
        {
            return new StatedSystem(file, null, null, default);
        }

        var parts = Instead().Split(text.Trim(), 2);
        return new StatedSystem(file, parts[0].Trim(), parts.Length == 2 ? parts[1].Trim() : null, CoordinateSystems.Resolve(parts[0], file));
    }

    /// <summary>The system to read in.</summary>
    /// <param name="said">What the file says: a code or a definition; null when it says nothing.</param>
    /// <param name="unsaid">What is taken, or complained about, when neither says anything.</param>
    /// <param name="warn">Told when the person's word stands over one that is not understood here.</param>
    public Outcome<CoordinateSystem> Against(string? said, Outcome<CoordinateSystem> unsaid, Action<Problem>? warn = null)
    {
        if (!IsStated)
        {
            return said is null ? unsaid : CoordinateSystems.Resolve(said, _file);
        }

        if (System.Problem is not null || said is null)
        {
            return System;
        }

        var found = CoordinateSystems.Resolve(said, _file);
        found = found.IsRefused ? CoordinateSystems.Resolve(said, _file, System.Value!.Datum.Way) : found;
        if (found.Value is not { } system)
        {
            warn?.Invoke(Problems.CrsOverruled(_file, Short(said), System.Value!.Name));
            return System;
        }

        return Contradiction(system, system.Name) is { } contradicted ? contradicted : System;
    }

    /// <summary>Null when both mean the same system, or the person has named the file's as the one not meant.</summary>
    /// <param name="name">As the refusal calls it.</param>
    public Problem? Contradiction(CoordinateSystem said, string name) =>
        System.Value is not { } told || told.Agrees(said) || _insteadOf is not null && IsMeant(_insteadOf, said, name) ? null
            : Problems.CrsContradicted(_file, name, told.Name);

    private bool IsMeant(string text, CoordinateSystem said, string name) => string.Equals(text, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(text, said.Name, StringComparison.OrdinalIgnoreCase)
        || CoordinateSystems.Resolve(text, _file, said.Datum.Way).Value is { } meant && meant.Agrees(said);

    private static string Short(string text) => text.Length <= 80 ? text : text[..77] + "...";

    [GeneratedRegex(@"\s+instead\s+of\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Instead();
}
