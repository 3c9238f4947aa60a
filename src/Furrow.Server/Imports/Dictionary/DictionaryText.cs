using Furrow.Exchange;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>An entry in words, for files, logs and programs.</summary>
internal static class DictionaryText
{
    public static string Of(DictionaryEntry entry) => $"{What(entry)} = {(entry.Meaning.Length > 0 ? entry.Meaning : "?")} ({StandingOf(entry.Standing)})";

    public static string StandingOf(Standing standing) => standing switch
    {
        Standing.Known => "known",
        Standing.Proposed => "proposed",
        _ => "not known",
    };

    public static string TopicOf(DictionaryTopic topic) => topic switch
    {
        DictionaryTopic.Part => "sheet or layer",
        DictionaryTopic.Headings => "headings",
        DictionaryTopic.Encoding => "encoding",
        DictionaryTopic.System => "coordinate system",
        DictionaryTopic.AxisOrder => "axes",
        DictionaryTopic.DateOrder => "order of dates",
        DictionaryTopic.DecimalSign => "decimal sign",
        DictionaryTopic.Unit => "unit",
        DictionaryTopic.Structure => "structure",
        DictionaryTopic.Hidden => "hidden cells",
        DictionaryTopic.Totals => "totals",
        DictionaryTopic.Time => "hours",
        DictionaryTopic.Column => "column",
        DictionaryTopic.Word => "word",
        _ => "rows that do not say",
    };

    private static string What(DictionaryEntry entry) => entry.Topic switch
    {
        DictionaryTopic.Word => $"{entry.Of}: '{entry.Value}'",
        _ when entry.Of.Length == 0 => TopicOf(entry.Topic),
        _ => $"{TopicOf(entry.Topic)} of {entry.Of}",
    };
}
