using System.Globalization;

namespace Furrow.Core;

/// <summary>A day as programs write it, 2016-12-31 (ISO 8601): in addresses, forms, options, settings, JSON and exports. What people write in files is read
/// in many forms, by Exchange.</summary>
public static class IsoDay
{
    private const string Form = "yyyy-MM-dd";

    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Null when the text is not a day in exactly this form.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
