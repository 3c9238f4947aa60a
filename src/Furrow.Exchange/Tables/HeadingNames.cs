using Furrow.Exchange.Mappings;
using Furrow.Exchange.Places;

namespace Furrow.Exchange.Tables;

/// <summary>Names of columns that are known here, whatever field or place they are of; and names joined of several rows.</summary>
internal static class HeadingNames
{
    /// <summary>Cells of a row that are looked at.</summary>
    private const int MostCells = 200;

    /// <summary>How many cells of a row are names that are known.</summary>
    public static int Known(RawRow row) => row.Cells.Take(MostCells).Count(c => !string.IsNullOrWhiteSpace(c) && HeadFinder.IsName(c) && IsKnown(c));

    public static bool IsKnown(string name)
    {
        var bare = name.Split('(', '[', '\n')[0];
        var folded = Words.Fold(name);
        return FieldNames.IsListed(folded) || FieldNames.IsListed(Words.Fold(bare))
            || GeometryGuess.IsListed(folded) || GeometryGuess.IsListed(Words.Fold(bare))
            || PlaceColumn.Of(name).Role != PlaceRole.None || StatusNames.HoldsStatus(name);
    }

    /// <summary>"(m2)", "[ha]", "m²": what is measured in.</summary>
    public static bool IsUnit(string cell) => cell.Length <= 20 && (cell is ['(', .., ')'] or ['[', .., ']']
        || NumberText.Factor(FieldType.Area, cell) is not null || NumberText.Factor(FieldType.Depth, cell) is not null
        || NumberText.Factor(FieldType.Length, cell) is not null);

    /// <summary>The names folded, as columns of places are looked for: of a joined name the last part, where no other column has it and it says a
    /// place.</summary>
    public static string[] Folded(IReadOnlyList<string> names)
    {
        string[] last = [.. names.Select(n => Words.Fold(n.Split(HeadingRows.Joint)[^1]))];
        return [.. names.Select((name, i) => name.Contains(HeadingRows.Joint, StringComparison.Ordinal) && GeometryGuess.IsListed(last[i])
            && !GeometryGuess.IsListed(Words.Fold(name)) && last.Count(l => l == last[i]) == 1
            && !GeometryGuess.IsAxis(Words.Fold(name.Split(HeadingRows.Joint)[0])) ? last[i] : Words.Fold(name))];
    }
}
