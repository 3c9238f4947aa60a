using System.Globalization;
using System.Text;
using Furrow.Exchange;

namespace Furrow.Server.Imports;

/// <summary>A drawing as WKT in the source's own coordinates, every digit kept.</summary>
internal static class DrawnText
{
    public static string Of(DrawnGeometry drawn)
    {
        if (drawn.Kind == DrawnKind.Point)
        {
            return string.Create(CultureInfo.InvariantCulture, $"POINT ({drawn.X:R} {drawn.Y:R})");
        }

        var text = new StringBuilder("MULTIPOLYGON (");
        foreach (var polygon in drawn.Polygons)
        {
            text.Append(text[^1] == ')' ? ", (" : "(");
            foreach (var ring in polygon)
            {
                text.Append(text[^1] == ')' ? ", (" : "(");
                for (var i = 0; i + 1 < ring.Length; i += 2)
                {
                    text.Append(i == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{ring[i]:R} {ring[i + 1]:R}");
                }

                text.Append(')');
            }

            text.Append(')');
        }

        return text.Append(')').ToString();
    }
}
