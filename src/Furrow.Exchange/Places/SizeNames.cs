using System.Text.RegularExpressions;
using Furrow.Exchange.Mappings;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Places;

/// <summary>Names of latitude and longitude that are also those of a width and a length, folded: only what stands there shows which is meant.</summary>
internal static partial class SizeNames
{
    private static readonly HashSet<string> Names = ["uzunluq", "duzina", "sirina", "дужина", "ширина", "dolzina", "lange", "laenge", "breite", "lengte", "breedte",
        "dlugosc", "szerokosc", "delka", "dlzka", "sirka", "lengde", "langd", "længde", "bredde", "bredd", "дължина", "должина", "طول", "عرض"];

    /// <summary>A latitude or longitude, or the width or length of a piece of land.</summary>
    public static bool MayBe(string folded) => Names.Contains(folded);

    /// <summary>Neither of two columns has a name that makes the other certain.</summary>
    public static bool AreBoth(string x, string y) => MayBe(Words.Fold(x)) && MayBe(Words.Fold(y));

    /// <summary>With a sign or letter of an angle, with decimals no tape measures, or as long as an easting.</summary>
    public static bool IsPlace(string value) => Fine().IsMatch(value)
        || value.Any(c => !char.IsAsciiDigit(c) && !"+-., ".Contains(c)) && AngleText.Parse(value, out _) is not null;

    [GeneratedRegex(@"^[+-]?(\d{1,3}[.,]\d{4,}|\d{6,7}([.,]\d+)?)$")]
    private static partial Regex Fine();
}
