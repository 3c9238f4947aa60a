using Furrow.Core;
using Furrow.Core.Land;

namespace Furrow.Exchange;

/// <summary>What is said beside a row that is taken, or that makes no report: what was assumed, kept or left out. One catalogue, so that pages know each
/// sentence again and say it in their language.</summary>
public static class Notes
{
    public static Phrase StatesNothing(string value) =>
        $"The status '{Short(value)}' says that nobody has stated anything of this land. The row states nothing either and makes no report.";

    public static Phrase SaysReleased(string value) =>
        $"The status '{Short(value)}' is taken as a find that is under investigation. It does not say by which report the land was released, so no release is made of it.";

    /// <summary>Why a value is not taken for that of each row.</summary>
    public static Phrase MergedOverRows(string range) =>
        $"The value stands in {range}, merged over several rows: whether it is that of each row or of all together cannot be told.";

    public static Phrase TakenAsBaseline() => $"The row says that it is not history from before the ledger. It is imported as such history all the same, as you said.";

    public static Phrase AnotherDay(string column, string written, DateOnly day) =>
        $"{column}: {written} is {day} where the programme counts its days.";

    public static Phrase Known(string code, string file, DateOnly day) => $"The programme has the same content already: {code}, from {file} of {day}.";

    public static Phrase KnownByHand(string code, DateOnly day) => $"The programme has the same content already: {code}, reported on {day}.";

    public static Phrase UnitRead(string column, string value, double number, string unit) =>
        $"{column}: '{Short(value)}' was read as {number} {unit}, by the unit it states itself.";

    public static Phrase SentAgain(string code) => $"Report {code} was sent back and comes again: this is its next version.";

    /// <summary>The program that wrote the table cut the text to the width of its column, within a letter; what is whole was taken.</summary>
    public static Phrase LetterCut(string column) => $"{column}: the text was cut in the middle of a letter when the file was written. Its last letter is missing.";

    /// <summary>Kept with the report for good. Without the name of the column and its value, which may be restricted.</summary>
    public static Repair TakenAllTheSame() =>
        new("taken-all-the-same", $"A column that no field takes contradicts the release; a person took the row all the same.", 0);

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
