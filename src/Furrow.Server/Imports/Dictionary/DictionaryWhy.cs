using Furrow.Core;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>How a reading was found. One catalogue, so that pages know each sentence again and say it in their language.</summary>
internal static class DictionaryWhy
{
    public static Phrase ByPart() => $"Only a part of its name and its values speak for it.";

    public static Phrase MayBeEnd() => $"It may hold the end of the work, but its name does not make that certain.";

    public static Phrase MayBeKinds() => $"It may hold kinds of contamination, but its name does not make that certain.";

    public static Phrase MayBeStatus(string words) => $"Few words come again and again here: {words}. If they say how the land stands, it is the status.";

    public static Phrase UnitUnstated() => $"No heading and no value states a unit.";

    public static Phrase UnitUnknown(string unit) => $"'{unit}' is no unit known here.";

    public static Phrase UnitDrawn(int rows) => $"The drawings of {rows} rows prove it.";

    public static Phrase UnitContradicted(double times) => $"The areas stated are {times} times those drawn: another unit is meant.";

    public static Phrase TooDeep() => $"In metres nobody searches so deep.";

    public static Phrase OrderShown() => $"Some of the dates can be read in no other order.";

    public static Phrase OneReading() => $"Each of the dates can be read in one way only.";

    public static Phrase TwoReadings() => $"These can be read in two ways.";

    public static Phrase HalfConverted() =>
        $"A spreadsheet program took some of these for days and left those it could not: it may have exchanged day and month in those it took.";

    public static Phrase SignShown() => $"Some of the numbers can be read in no other way.";

    public static Phrase Unnamed() => $"The file names no system: degrees are taken for those of WGS 84, as receivers give them.";

    public static Phrase Exchanged(int rows, int all) => $"{rows} of {all} rows with a place lie off the earth, far from where the programme works, or elsewhere than the row says a second time; with longitude and latitude exchanged they fit.";

    public static Phrase FewExchanged(int rows, int all) => $"{rows} of {all} rows with a place fit only with longitude and latitude exchanged. As they stand they come in with a finding, by which each is exchanged.";

    public static Phrase WithinTerritory() => $"All places lie where the programme works.";

    public static Phrase Spelling(string word) => $"One letter differs from the known word '{word}'.";

    public static Phrase Beside(string word) => $"The known word '{word}', with something beside it.";

    public static Phrase LearnedOn(DateOnly day) => $"Known in this programme since {day}.";

    public static Phrase LooksLike(string other) => $"It looks like '{other}', with letters of another script.";

    public static Phrase TwoScripts(string word) => $"'{word}' has letters of two scripts that look alike.";

    public static Phrase NoKnownWord() => $"No list has this word.";

    public static Phrase SaidNowhere() => $"No row says it, and nobody has said it for all.";

    public static Phrase AccuracyUnstated() => $"Nobody states how exact this shift is.";

    public static Phrase MoreWords(int words) => $"{words} more words of this column are not listed.";

    public static Phrase RecalledFrom(string file, DateOnly day) => $"As in {file} of {day}.";

    public static Phrase RecalledAgainst(string file, DateOnly day) => $"Here some can only be read otherwise than in {file} of {day}.";

    public static Phrase OfLastFile() => $"Said of the last file: it may be another for this one.";

    public static Phrase LikeStatus() => $"It looks like a status and is not read: a row it speaks against is refused.";

    public static Phrase Again(int rows, int all, string file, DateOnly day) => $"{rows} of {all} rows are already in the programme, from {file} of {day}.";

    public static Phrase AgainOfMany(int rows, int all, string file, DateOnly day, int others) =>
        $"{rows} of {all} rows are already in the programme, most of them from {file} of {day}, the others from {others} more.";

    public static Phrase AgainByHand(int rows, int all, DateOnly day) => $"{rows} of {all} rows are already in the programme, reported one by one until {day}.";
}
