using Furrow.Core;

namespace Furrow.Exchange.Mappings;

/// <summary>What each way of giving a place needs. A mapping that lacks it, or names a column its way does not look at, would read nothing and leave every row
/// nowhere.</summary>
internal static class GeometryRequirements
{
    /// <summary>Why the columns cannot be used; null when they can.</summary>
    public static Phrase? Wrong(GeometryColumns columns)
    {
        var isText = columns.Text is not null;
        var isPair = columns.X is not null && columns.Y is not null;
        return columns.Form switch
        {
            GeometryForm.None => isText || columns.X is not null || columns.Y is not null ? $"its geometry names columns but no form" : (Phrase?)null,
            GeometryForm.Coordinates => isText ? $"its geometry of the form coordinates needs the columns x and y and does not look at text"
                : isPair ? null : (Phrase)$"its geometry of the form coordinates needs the columns x and y",
            GeometryForm.Legs => columns.Bearing is null || columns.Distance is null || columns.Group is null
                    ? $"its geometry of the form legs needs the columns bearing, distance and group"
                : isText || isPair ? null : (Phrase)$"its geometry of the form legs needs the position of the start: text, or x and y",
            _ => isText ? null : (Phrase)$"its geometry of the form {columns.Form.ToString().ToLowerInvariant()} needs the column text",
        };
    }
}
