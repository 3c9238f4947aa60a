using Furrow.Core;
using Furrow.Exchange;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>An entry in words, for files, logs and programs.</summary>
internal static class DictionaryText
{
    public static Phrase Of(DictionaryEntry entry)
    {
        var (meaning, standing, topic) = (entry.Meaning.Length > 0 ? entry.Meaning : "?", new Word(StandingOf(entry.Standing)), new Word(TopicOf(entry.Topic)));
        return entry.Topic == ReadingTopic.Word ? $"{entry.Of}: '{entry.Value}' = {meaning} ({standing})"
            : entry.Of.Length == 0 ? $"{topic} = {meaning} ({standing})"
            : (Phrase)$"{topic} of {entry.Of} = {meaning} ({standing})";
    }

    public static string StandingOf(Standing standing) => standing switch
    {
        Standing.Known => "known",
        Standing.Proposed => "proposed",
        _ => "not known",
    };

    public static string TopicOf(ReadingTopic topic) => topic switch
    {
        ReadingTopic.Part => "sheet or layer",
        ReadingTopic.Headings => "headings",
        ReadingTopic.Encoding => "encoding",
        ReadingTopic.System => "coordinate system",
        ReadingTopic.Shift => "datum shift",
        ReadingTopic.AxisOrder => "axes",
        ReadingTopic.North => "north of bearings",
        ReadingTopic.DateOrder => "order of dates",
        ReadingTopic.DecimalSign => "decimal sign",
        ReadingTopic.Unit => "unit",
        ReadingTopic.Structure => "structure",
        ReadingTopic.PointRole => "kind of point",
        ReadingTopic.Hidden => "hidden cells",
        ReadingTopic.Totals => "totals",
        ReadingTopic.Time => "hours",
        ReadingTopic.Again => "rows the programme has already",
        ReadingTopic.Column => "column",
        ReadingTopic.Word => "word",
        _ => "rows that do not say",
    };
}
