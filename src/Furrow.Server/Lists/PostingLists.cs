using Furrow.Core.Land;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>The postings behind a figure of the balance.</summary>
public static class PostingLists
{
    public static readonly Listing<PostingLine> Postings = new("postings", "postings.title", ask => Lines(ask, ask.Word))
    {
        Address = "/balance/postings",
        IsOfLand = true,
        IsOfPeriod = true,
        Nothing = "postings.none",
        // What a line amounts to depends on all that is asked: the question is answered whole, no line is kept or left by itself.
        Indexed = (ask, question) => Listing<PostingLine>.Sorted(Lines(ask, word => question.Value(word) ?? ""), question, ask),
        Columns =
        [
            new("acceptance", "col.acceptance", CellType.Whole, (l, _) => l.Cause),
            new("end", "col.end", CellType.Day, (l, _) => l.Claim.On),
            new("report", "col.report", CellType.Code, (l, _) => l.Claim.ReportCode)
            {
                Link = l => $"/reports/{l.Claim.Report:D}", Beside = l => l.Claim.Baseline ? new ListWord("report.baseline", "baseline") : null,
            },
            new("organisation", "by.organisation", CellType.Text, (l, _) => l.Claim.Organisation),
            new("heading", "col.heading", CellType.Word, (l, _) => ListWord.Of("heading", l.Heading)),
            new("was", "col.was", CellType.Word, (l, _) => Status(l.From)),
            new("became", "col.became", CellType.Word, (l, _) => Status(l.To)),
            new("change", "postings.change", CellType.Area, (l, _) => l.ChangeMicro) { Sums = true, Signed = true },
        ],
        Filters =
        [
            Asked("status", "col.status", text => Statuses.Parse(text) is not null),
            Asked("side", "postings.side", text => text is "opening" or "in" or "out" or "closing"),
            Asked("was", "col.was", text => Statuses.Parse(text) is not null),
            Asked("became", "col.became", text => Statuses.Parse(text) is not null),
            Asked("heading", "col.heading", text => PostingList.HeadingNamed(text) is not null),
            Asked("baseline", "report.baseline", text => text is "yes" or "no"),
            Asked("area", "by.hazardous-area", _ => true),
            Asked("report", "col.report", text => Guid.TryParse(text, out _)),
        ],
    };

    private static IReadOnlyList<PostingLine> Lines(ListAsk ask, Func<string, string> word) => PostingList.Read(word).Of(ask.State.Land, ask.From, ask.AsOf,
        ask.KnownAt, ask.Kind);

    private static Filter<PostingLine> Asked(string key, string heading, Func<string, bool> reads) =>
        new(key, heading, FilterType.Link, (_, _, _) => true) { Reads = reads };

    private static ListWord Status(LandStatus status) => new("status." + Statuses.NameOf(status), Statuses.NameOf(status)) { Rank = (int)status };
}
