using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Tables;
using Furrow.Server.Imports;

namespace Furrow.Server.Pages.Import;

/// <summary>The fields of the form about how a table stands on its sheet, and which of its rows are meant.</summary>
public static class TableFields
{
    /// <summary>One choice a line: "Status=Approved".</summary>
    public static string Shown(IReadOnlyDictionary<string, IReadOnlyList<string>> only) =>
        string.Join('\n', only.SelectMany(o => o.Value.Select(v => $"{o.Key}={v}")));

    /// <summary>One word a line: "Pillar=benchmark".</summary>
    public static string ShownPoints(IReadOnlyDictionary<string, PointRole> types) =>
        string.Join('\n', types.Select(t => $"{t.Key}={t.Value.ToString().ToLowerInvariant()}"));

    private static Dictionary<string, PointRole> Points(string text) => Chosen(text).Where(c => PointWords.Named(c.Value[0]) is not null)
        .ToDictionary(c => c.Key, c => PointWords.Named(c.Value[0])!.Value);

    /// <summary>The same with system, axes, encoding, sheet and hidden cells: all that is said of how a file is written.</summary>
    public static ReadOptions ReadFile(IFormCollection form, ReadOptions before)
    {
        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        return Read(form, before) with
        {
            Crs = Text("crs"),
            Encoding = Text("encoding"),
            Layer = Text("layer"),
            Hidden = Enum.TryParse<HiddenCells>(Text("hidden"), true, out var said) ? said : before.Hidden,
            Axes = AxesWord.Find(Text("axes")) ?? default,
        };
    }

    /// <summary>What the form says of the table; a field it does not have stays as it was.</summary>
    public static ReadOptions Read(IFormCollection form, ReadOptions before) => before with
    {
        HeaderRow = form.ContainsKey("header-row") ? HeadingRows.Parse(form["header-row"]) : before.HeaderRow,
        Sums = Enum.TryParse<SumRows>(form["sums"], true, out var sums) ? sums : before.Sums,
        Only = form.ContainsKey("only") ? Chosen(form["only"].ToString()) : before.Only,
        PointTypes = PointTypes(form, before),
        North = Enum.TryParse<NorthReference>(form["north"], true, out var north) ? north : before.North,
        DeclinationDegrees = PlainNumber.Real(form["declination"].ToString()) ?? before.DeclinationDegrees,
    };

    /// <summary>Those of the list, and those answered word by word.</summary>
    private static IReadOnlyDictionary<string, PointRole> PointTypes(IFormCollection form, ReadOptions before)
    {
        var said = form.ContainsKey("point-types") ? Points(form["point-types"].ToString()) : before.PointTypes.ToDictionary();
        foreach (var word in form.Keys.Where(k => k.StartsWith("point-word-", StringComparison.Ordinal)))
        {
            if (form[word.Replace("word", "role", StringComparison.Ordinal)].ToString() is { Length: > 0 } role && PointWords.Named(role) is { } means)
            {
                said[form[word].ToString()] = means;
            }
        }

        return said;
    }

    /// <summary>Whether the same headings are meant, so that the columns are those known already. Which rows are left out, and what words for points mean,
    /// says nothing of the columns.</summary>
    public static bool AreSame(ReadOptions one, ReadOptions other) => one.HeaderRow == other.HeaderRow;

    public static Mapping InMapping(Mapping mapping, ReadOptions table) => mapping with
    {
        Crs = table.Crs,
        Encoding = table.Encoding,
        Layer = table.Layer,
        Hidden = table.Hidden,
        HeaderRow = table.HeaderRow?.ToString(),
        Sums = table.Sums,
        Only = table.Only.Count > 0 ? table.Only : null,
    };

    private static Dictionary<string, IReadOnlyList<string>> Chosen(string text) => text.Split('\n').Select(l => l.Trim())
        .Where(l => l.IndexOf('=', StringComparison.Ordinal) > 0).Select(l => (Sign: l.IndexOf('=', StringComparison.Ordinal), Line: l))
        .GroupBy(l => l.Line[..l.Sign].Trim())
        .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(l => l.Line[(l.Sign + 1)..].Trim())]);
}
