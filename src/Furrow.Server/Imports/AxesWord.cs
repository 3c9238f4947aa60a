using Furrow.Exchange;
using Furrow.Exchange.Tables;

namespace Furrow.Server.Imports;

/// <summary>The words in which a person says which of two columns called X and Y is the northing.</summary>
public static class AxesWord
{
    public static readonly IReadOnlyList<(string Word, PlaneAxes Axes)> All = [("x-is-east", PlaneAxes.XIsEast), ("x-is-north", PlaneAxes.XIsNorth)];

    /// <summary>Null when it is none of the words.</summary>
    public static PlaneAxes? Find(string? word) => All.Where(a => a.Word == word).Select(a => (PlaneAxes?)a.Axes).FirstOrDefault();
}
