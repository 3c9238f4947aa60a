using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Server.Tiles;
using Xunit;

namespace Furrow.Server.Tests.Tiles;

public sealed class HistoryTextTests
{
    [Fact]
    public void The_latest_entry_comes_first() =>
        Assert.Equal("201612316201212311", Text(MadeUpLand.Cleared));

    [Fact]
    public void Custody_codes_are_letters() =>
        Assert.Equal("20171231m20161231l", Text(MadeUpLand.History(KindSet.Custody, (2016, LandStatus.HandedOver), (2017, LandStatus.TakenBack))));

    [Fact]
    public void Of_two_entries_on_one_day_the_later_holds() =>
        Assert.Equal("201612316", Text(MadeUpLand.History(KindSet.Overall, (2016, LandStatus.Suspected), (2016, LandStatus.Cleared))));

    [Fact]
    public void A_repeated_status_is_one_entry() =>
        Assert.Equal("201512311", Text(MadeUpLand.History(KindSet.Overall, (2015, LandStatus.Suspected), (2016, LandStatus.Suspected))));

    [Fact]
    public void Land_that_was_never_recorded_has_no_text() =>
        Assert.Equal("", Text(MadeUpLand.History(KindSet.Overall, (2015, LandStatus.Unrecorded))));

    [Theory]
    [InlineData(24, 2)]
    [InlineData(23, 1)]
    [InlineData(100, 5)]
    public void A_history_of_any_length_answers_every_date_through_its_pieces(int entries, int pieces)
    {
        var history = MadeUpLand.History(KindSet.Overall, [.. Enumerable.Range(0, entries).Select(i => (1900 + i, (LandStatus)(1 + i % 7)))]);

        Assert.Equal(pieces, HistoryText.Pieces(history));
        for (var year = 1899; year < 2010; year++)
        {
            var day = new DateOnly(year, 12, 31);
            var answers = Enumerable.Range(0, pieces).Select(p => At(Text(history, p), day)).Where(s => s != '0').ToList();
            Assert.Equal(year < 1900 ? [] : [HistoryText.Code(history.At(day))], answers);
        }
    }

    /// <summary>What the map does with the text.</summary>
    private static char At(string text, DateOnly day)
    {
        for (var i = 0; i < text.Length; i += HistoryText.EntryLength)
        {
            if (string.CompareOrdinal(text.Substring(i, 8), day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)) <= 0)
            {
                return text[i + 8];
            }
        }

        return '0';
    }

    private static string Text(StatusHistory history, int piece = 0)
    {
        Span<char> text = new char[HistoryText.MaxEntries * HistoryText.EntryLength];
        return text[..HistoryText.Write(history, piece, text)].ToString();
    }
}
