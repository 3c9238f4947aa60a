using Furrow.Core.Reports;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tests.Mappings;

/// <summary>Numbers and dates as people write them in Arabic, Persian and Urdu, and months by their names in the languages of the dictionaries.</summary>
public sealed class OtherDigitsTests
{
    [Theory]
    [InlineData("١٢٣", 123.0)]
    [InlineData("۱۲۳", 123.0)]
    [InlineData("١٢٫٥", 12.5)]
    [InlineData("١٬٢٣٤", 1234.0)]
    [InlineData("۱٬۲۳۴٫۵", 1234.5)]
    [InlineData("1٫234", 1.234)]
    [InlineData("١٢٫٥٠٠ ha", 125_000.0)]
    [InlineData("١٢ ہیکٹر", 120_000.0)]
    [InlineData("١٬٢٣", null)]
    [InlineData("١,٥٫٢", null)]
    [InlineData("١٫٢٫٣", null)]
    public void An_area_is_read_with_the_digits_and_signs_of_its_script(string text, double? squareMetres) =>
        Assert.Equal(squareMetres, NumberText.Parse(text, null, FieldType.Area, null));

    [Theory]
    [InlineData("١٥/٠٥/٢٠١٦", "2016-05-15", DatePrecision.Day)]
    [InlineData("۲۰۱۶-۰۵-۱۵", "2016-05-15", DatePrecision.Day)]
    [InlineData("Mai 2016", "2016-05-31", DatePrecision.Month)]
    [InlineData("mai 2016", "2016-05-31", DatePrecision.Month)]
    [InlineData("März 2016", "2016-03-31", DatePrecision.Month)]
    [InlineData("Dezember 2016", "2016-12-31", DatePrecision.Month)]
    [InlineData("août 2016", "2016-08-31", DatePrecision.Month)]
    [InlineData("juin 2016", "2016-06-30", DatePrecision.Month)]
    [InlineData("juillet 2016", "2016-07-31", DatePrecision.Month)]
    [InlineData("enero 2016", "2016-01-31", DatePrecision.Month)]
    [InlineData("Травень 2016", "2016-05-31", DatePrecision.Month)]
    [InlineData("май 2016 г.", "2016-05-31", DatePrecision.Month)]
    [InlineData("Mayıs 2016", "2016-05-31", DatePrecision.Month)]
    [InlineData("maj 2016", "2016-05-31", DatePrecision.Month)]
    [InlineData("svibanj 2016", "2016-05-31", DatePrecision.Month)]
    [InlineData("مئی 2016", "2016-05-31", DatePrecision.Month)]
    [InlineData("مئی ۲۰۱۶", "2016-05-31", DatePrecision.Month)]
    [InlineData("جولائی 2016", "2016-07-31", DatePrecision.Month)]
    [InlineData("مايو ٢٠١٦", "2016-05-31", DatePrecision.Month)]
    [InlineData("أبريل 2016", "2016-04-30", DatePrecision.Month)]
    [InlineData("يونيو 2016", "2016-06-30", DatePrecision.Month)]
    [InlineData("يوليو 2016", "2016-07-31", DatePrecision.Month)]
    public void A_date_is_read_with_its_precision(string text, string day, DatePrecision precision)
    {
        var read = DateText.Parse(text, DateOrder.Unstated, ends: true);
        Assert.Equal((day, precision), (read?.Day.ToString("yyyy-MM-dd", null), read?.Precision));
    }

    /// <summary>Every name of a month of every language is that of one month.</summary>
    [Fact]
    public void The_months_of_cultures_are_not_taken_for_each_other()
    {
        foreach (var culture in new[] { "en", "az", "tr", "ru", "uk", "bs-Latn", "hr", "sr-Cyrl", "de", "fr", "es", "pt", "ur", "ar-EG" }
            .Select(System.Globalization.CultureInfo.GetCultureInfo))
        {
            for (var month = 1; month <= 12; month++)
            {
                var name = culture.DateTimeFormat.MonthNames[month - 1];
                Assert.True(DateText.Parse($"{name} 2016", DateOrder.Unstated, ends: false)?.Day.Month == month, $"{culture.Name} {name}");
            }
        }
    }
}
