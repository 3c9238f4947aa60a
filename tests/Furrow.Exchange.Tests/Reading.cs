using System.Text;
using Furrow.Core;
using Furrow.Exchange.Formats;

namespace Furrow.Exchange.Tests;

/// <summary>A file read to its end: what every reader test looks at.</summary>
public sealed record Reading(IReadOnlyList<InputRow> Rows, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Warnings)
{
    public IReadOnlyList<Understood> Understood { get; init; } = [];

    public static Reading Of(string name, string text, ReadOptions? options = null) => Of(name, Encoding.UTF8.GetBytes(text), options);

    public static Reading Of(string name, byte[] bytes, ReadOptions? options = null) => Of(SourceFile.Of(name, bytes), options);

    public static Reading Of(SourceFile file, ReadOptions? options = null)
    {
        var opened = FormatDetector.Open(file, options);
        if (opened.Problem is { } problem)
        {
            return new([], [problem], []);
        }

        var rows = opened.Value!.Rows.ToList();
        return new(rows, [.. opened.Value.Problems], [.. opened.Value.Warnings]) { Understood = [.. opened.Value.Understood] };
    }

    /// <summary>One line a row and one a complaint: easy to compare and to read in a failure.</summary>
    public override string ToString() => string.Join('\n', Rows.Select(Line).Concat(Problems.Select(p => $"! {p}")).Concat(Warnings.Select(w => $"? {w}")));

    public static string Line(InputRow row) =>
        $"{row.Row} {string.Join(' ', row.Fields.Select(f => $"{f.Name}={f.Value ?? "∅"}"))}{(row.Fields.Count > 0 ? " " : "")}| {Text(row.Geometry)}"
        + (row.Crs.IsWgs84Degrees ? "" : $" in {row.Crs}") + (row.Problem is null ? "" : $" ! {row.Problem}");

    public static string Text(DrawnGeometry geometry) => geometry.Kind switch
    {
        DrawnKind.None => "-",
        DrawnKind.Point => FormattableString.Invariant($"{geometry.X} {geometry.Y}"),
        _ => string.Join(" ",
            geometry.Polygons.Select(p => string.Concat(p.Select(r => $"({string.Join(' ', r.Select(n => FormattableString.Invariant($"{n}")))})")))),
    };
}
