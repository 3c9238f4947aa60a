using Furrow.Exchange;
using Furrow.Exchange.Tables;

namespace Furrow.Server.Imports;

/// <summary>The words in which a person says which of two columns called X and Y is the northing.</summary>
public static class AxesWord
{
    public static readonly IReadOnlyList<(string Word, PlaneAxes Axes)> All = [("x-is-east", PlaneAxes.XIsEast), ("x-is-north", PlaneAxes.XIsNorth)];

    /// <summary>The same of a place whose coordinates are named, or that a format gives in an order of its own.</summary>
    public static readonly IReadOnlyList<(string Word, PlaneAxes Axes)> Named = [("as-named", PlaneAxes.XIsEast), ("exchanged", PlaneAxes.XIsNorth)];

    /// <summary>Null when it is none of the words.</summary>
    public static PlaneAxes? Find(string? word) => All.Concat(Named).Where(a => a.Word == word).Select(a => (PlaneAxes?)a.Axes).FirstOrDefault();
}
