namespace Furrow.Exchange.Mappings;

/// <summary>The unit a heading states: "Area (ha)", "Area, sq ft", "Sahə_ha", "Depth in m", "Clearance depth [cm]", "Area / (m2)". One that is not known is
/// given as it stands, so that numbers under it are refused by its name and never taken for the usual unit.</summary>
public static class HeadingUnit
{
    /// <summary>Names of units of land and length that are not read: their size differs from place to place, or nobody measures land so.</summary>
    private static readonly HashSet<string> Unread = [.. ("jerib|jareeb|jirib|kanal|marla|bigha|biswa|katha|feddan|faddan|rai|tarea|manzana|mu|tsubo|"
        + "pyeong|stremma|ropani|"
        + "sotka|sotok|sot|сотка|соток|сот|десятина|jutro|ral|lanac|motika|evlek|perch|rood|square rod|cuerda|caballeria|vara|فدان|جریب|کنال|مرلہ|بیگھہ|"
        + "paces|steps|"
        + "fathoms|arshin|gon|adim|addim|koraka|шагов").Split('|').Select(Words.Fold)];

    /// <summary>Words in brackets that are no unit.</summary>
    private static readonly HashSet<string> NoUnit = [.. ("approx|approximate|approximately|estimated|est|total|stated|computed|calculated|gis|map|"
        + "reported|size|number|no|max|min|avg|"
        + "average|dd|wgs 84|utm|optional|required|if known|figure|actual|planned").Split('|')];

    /// <summary>Null where the heading states none.</summary>
    public static string? Of(string heading, FieldType type)
    {
        var name = heading.Trim();
        var open = name.LastIndexOfAny(['(', '[']);
        if (open >= 0 && name[^1] is ')' or ']' && name[(open + 1)..^1].Trim() is { Length: > 0 } inside)
        {
            return Known(inside, type) ?? (NoUnit.Contains(Words.Fold(inside)) ? Behind(name[..open], type) : inside);
        }

        return Behind(name, type);
    }

    /// <summary>The name without the unit it ends in: "Area in sq. metres" is "Area".</summary>
    public static string Without(string heading, FieldType type)
    {
        if (Of(heading, type) is not { } unit || heading.Replace('_', ' ').LastIndexOf(unit, StringComparison.OrdinalIgnoreCase) is not (> 0 and var at))
        {
            return heading;
        }

        var bare = heading[..at].TrimEnd(' ', ',', '(', '[', '/', '_', ':', '-');
        return bare.EndsWith(" in", StringComparison.OrdinalIgnoreCase) ? bare[..^3] : bare.Length == 0 ? heading : bare;
    }

    /// <summary>The last word or words.</summary>
    private static string? Behind(string name, FieldType type)
    {
        var words = name.Replace('_', ' ').Split([' ', ',', '/', ':', ';'], StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(3, words.Length); count > 0; count--)
        {
            var last = string.Join(' ', words[^count..]);
            if (last is not "da" && Known(last, type) is { } known || Unread.Contains(Words.Fold(last)) && (known = last) is not null)
            {
                return known;
            }
        }

        return null;
    }

    private static string? Known(string text, FieldType type) => NumberText.Factor(type, text) is not null ? text
        : text.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? Known(text[3..].Trim(), type) : null;
}
