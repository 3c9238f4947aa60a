using System.Globalization;

namespace Furrow.Core;

/// <summary>Numbers as programs write them: in addresses, options, settings, JSON and the parts of a file format. What people write in files is read in many
/// forms, by Exchange; what they type into a field is read by its description.</summary>
public static class PlainNumber
{
    /// <summary>Digits alone. Null for anything else, also for a number that is too large.</summary>
    public static int? Whole(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The same for positions, times and counts that may be larger.</summary>
    public static long? Long(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>With a point, a sign and an exponent, or without. Null for anything else, also for what is not finite.</summary>
    public static double? Real(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
