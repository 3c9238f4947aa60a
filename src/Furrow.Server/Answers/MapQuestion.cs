using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;

namespace Furrow.Server.Answers;

/// <summary>Reads what an address asks of the map. Whatever cannot be read is refused, never guessed.</summary>
internal static class MapQuestion
{
    /// <summary>West, south, east, north in degrees: at most the earth, and never empty.</summary>
    public static Outcome<GridBox> Box(string? text)
    {
        var parts = (text ?? "").Split(',');
        var numbers = new double[4];
        if (parts.Length != 4)
        {
            return Problems.MapBoxUnreadable(text);
        }

        for (var i = 0; i < 4; i++)
        {
            if (PlainNumber.Real(parts[i]) is not { } number)
            {
                return Problems.MapBoxUnreadable(text);
            }

            numbers[i] = number;
        }

        var (west, south) = (Math.Clamp(numbers[0], -180, 180), Math.Clamp(numbers[1], -90, 90));
        var (east, north) = (Math.Clamp(numbers[2], -180, 180), Math.Clamp(numbers[3], -90, 90));
        if (west >= east || south >= north)
        {
            return Problems.MapBoxUnreadable(text);
        }

        var (min, max) = (GridPoint.FromDegrees(west, south), GridPoint.FromDegrees(east, north));
        return new GridBox(min.Lon, min.Lat, max.Lon, max.Lat);
    }

    /// <summary>A word the address does not have: an answer that left it out would look like the answer to it.</summary>
    public static Problem? Unknown(IQueryCollection query, params IReadOnlyList<string> words) =>
        query.Keys.FirstOrDefault(word => !words.Contains(word) && word is not ("lang" or "theme")) is { } word
            ? Problems.MapWordUnknown(word, words.Count == 0 ? "–" : string.Join(", ", words)) : null;

    /// <summary>An answer to programs that takes these words in its address, and refuses any other.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder answer, params IReadOnlyList<string> words) => answer.AddEndpointFilter(
        async (call, next) => Unknown(call.HttpContext.Request.Query, words) is { } unknown ? ProblemAnswers.Of(unknown) : await next(call));

    public static Outcome<GridPoint> Point(string? lonText, string? latText)
    {
        if (PlainNumber.Real(lonText) is not { } lon)
        {
            return Problems.MapNumberUnreadable("lon", lonText);
        }

        if (PlainNumber.Real(latText) is not { } lat)
        {
            return Problems.MapNumberUnreadable("lat", latText);
        }

        return Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90 ? GridPoint.FromDegrees(lon, lat) : Problems.MapNotOnEarth(lon, lat);
    }

    /// <summary>The acceptance the answer is known at; nothing given means the last.</summary>
    public static Outcome<int> KnownAt(string? text, LandLedger land)
    {
        if (string.IsNullOrEmpty(text))
        {
            return land.KnownAt;
        }

        return Known(text, land.KnownAt) is { } knownAt ? knownAt : Problems.MapKnownAtUnknown(text, land.KnownAt);
    }

    /// <summary>An acceptance there is, by its number; null for anything else.</summary>
    public static int? Known(string text, int last) => PlainNumber.Whole(text) is { } known && known <= last ? known : null;

    public static Outcome<DateOnly> Date(string? text, DateOnly otherwise)
    {
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        return IsoDay.Read(text) is { } date
            ? date
            : Problems.MapDateUnreadable(text);
    }

    /// <summary>One kind, overall (nothing given) or custody.</summary>
    public static Outcome<KindSet> Kind(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return KindSet.Overall;
        }

        return Kinds.ParseOne(text) is { } kind
            ? kind
            : Problems.MapKindUnknown(text);
    }

    public static Outcome<int> Whole(string field, string? text, int otherwise) => string.IsNullOrEmpty(text)
        ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Problems.MapNumberUnreadable(field, text);
}
