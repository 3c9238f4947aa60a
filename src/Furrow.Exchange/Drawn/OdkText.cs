using Furrow.Core;

namespace Furrow.Exchange.Drawn;

/// <summary>Places as ODK and Kobo write them into a column (ODK XForms specification, geopoint, geotrace and geoshape): "latitude longitude altitude accuracy"
/// for each position, with semicolons between them. A trace that comes back to where it began is an outline, as a shape is.</summary>
internal static class OdkText
{
    /// <summary>Every part is a position with decimals, latitude first; a single one has altitude and accuracy as well, else it could be any pair.</summary>
    public static bool LooksLike(string text)
    {
        var parts = 0;
        var whole = 0;
        foreach (var part in text.AsSpan().Trim().TrimEnd(';').Split(';'))
        {
            if (!Position(text.AsSpan().Trim().TrimEnd(';')[part], out var lat, out var lon, out var numbers) || Math.Abs(lat) > 90 || Math.Abs(lon) > 180)
            {
                return false;
            }

            (parts, whole) = (parts + 1, whole + (lat == Math.Floor(lat) && lon == Math.Floor(lon) ? 1 : 0));
            if (parts == 1 && numbers < 4 && !text.Contains(';'))
            {
                return false;
            }
        }

        return parts > 0 && whole * 2 <= parts;
    }

    public static void Read(string text, DrawnBuilder into)
    {
        into.IsNorthFirst = true;
        var positions = new List<double>();
        var all = text.AsSpan().Trim().TrimEnd(';');
        foreach (var part in all.Split(';'))
        {
            if (!Position(all[part], out var lat, out var lon, out _))
            {
                var shown = all[part].Trim().ToString();
                into.Refuse($"'{(shown.Length > 40 ? shown[..37] + "..." : shown)}' is no position.");
                return;
            }

            if (!into.Accept(lat, lon))
            {
                return;
            }

            positions.Add(lat);
            positions.Add(lon);
        }

        if (positions.Count == 2)
        {
            into.Point(positions[0], positions[1]);
        }
        else if (positions.Count >= 8 && positions[0] == positions[^2] && positions[1] == positions[^1])
        {
            into.Polygon([[.. positions]]);
        }
        else
        {
            into.Line("geotrace");
        }
    }

    /// <summary>Two to four numbers with blanks between: altitude and accuracy may be missing.</summary>
    private static bool Position(ReadOnlySpan<char> part, out double lat, out double lon, out int numbers)
    {
        (lat, lon, numbers) = (0, 0, 0);
        foreach (var word in part.Trim().Split(' '))
        {
            var number = part.Trim()[word];
            if (number.IsEmpty)
            {
                continue;
            }

            if (PlainNumber.Real(number) is not { } read || ++numbers > 4)
            {
                return false;
            }

            (lat, lon) = (numbers == 1 ? read : lat, numbers == 2 ? read : lon);
        }

        return numbers >= 2;
    }
}
