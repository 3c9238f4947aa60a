using System.Globalization;
using System.Text.Json;
using Furrow.Core;
using Furrow.Core.Land;

namespace Furrow.Server.Answers;

/// <summary>Words and numbers as every answer prints them.</summary>
internal static class Names
{
    /// <summary>"SurveyOverReleased" as "survey-over-released".</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>"validUntil" as "valid-until".</summary>
    public static string Of(string camel) => JsonNamingPolicy.KebabCaseLower.ConvertName(camel);

    public static string Iso(DateOnly day) => IsoDay.Text(day);

    /// <summary>Exact m² as a JSON number: sums of printed numbers stay exact.</summary>
    public static decimal Area(long micro) => micro == 0 ? 0m : AreaText.SquareMetres(micro) / 1.000000000000000000m;

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>With its sign, for changes.</summary>
    public static string Change(long micro) => (micro > 0 ? "+" : "") + AreaText.Whole(micro);
}
