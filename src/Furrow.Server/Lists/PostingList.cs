using System.Runtime.InteropServices;
using Furrow.Core.Land;

namespace Furrow.Server.Lists;

/// <summary>The postings behind one figure, summed over cells: cause, report, date, heading, move and amount.</summary>
/// <param name="ChangeMicro">What the line adds to the figure asked about, in 1e-6 m².</param>
public sealed record PostingLine(int Cause, LandClaim Claim, Heading Heading, LandStatus From, LandStatus To, long ChangeMicro);

/// <summary>Which postings a page asks for. Those of a status on one side of its account sum to the very figure of that account.</summary>
/// <param name="Side">opening, in, out or closing; null for all.</param>
public sealed record PostingList(LandStatus? Status, string? Side, LandStatus? From, LandStatus? To, Heading? Heading, bool? Baseline, string? Area,
    Guid? Report)
{
    /// <param name="word">What stands for a word of the address; empty for nothing.</param>
    public static PostingList Read(Func<string, string> word) => new(
        Statuses.Parse(word("status")),
        word("side") is "opening" or "in" or "out" or "closing" ? word("side") : null,
        Statuses.Parse(word("was")),
        Statuses.Parse(word("became")),
        HeadingNamed(word("heading")),
        word("baseline") switch { "yes" => true, "no" => false, _ => null },
        word("area") is { Length: > 0 } area ? area : null,
        Guid.TryParse(word("report"), out var report) ? report : null);

    /// <summary>By its own name; a number is no name.</summary>
    public static Heading? HeadingNamed(string text) =>
        Enum.GetValues<Heading>().Where(h => h.ToString() == text).Select(h => (Heading?)h).FirstOrDefault();

    /// <param name="from">First day of the period; null: all of the past.</param>
    /// <param name="knownAt">Null: now.</param>
    public IReadOnlyList<PostingLine> Of(LandLedger land, DateOnly? from, DateOnly asOf, int? knownAt, KindSet kinds)
    {
        var sums = new Dictionary<(int Cause, int Claim, Heading Heading, LandStatus From, LandStatus To), long>();
        var until = asOf.DayNumber;
        var first = from?.DayNumber ?? int.MinValue;
        var known = knownAt ?? land.KnownAt;
        var area = Area is null ? -1 : land.Areas.NumberOf(Area);
        foreach (var p in land.Postings.Range(0, land.Postings.Count))
        {
            if (p.Cause > known)
            {
                break;
            }

            var claim = land.Claim(p.Claim);
            if ((p.Kinds & kinds) == 0 || claim.Day > until || !Concerns(p, claim, area) || !IsOn(p, claim.Day, first))
            {
                continue;
            }

            CollectionsMarshal.GetValueRefOrAddDefault(sums, (p.Cause, p.Claim, p.Heading, p.From, p.To), out _) += Sign(p) * p.AmountMicro;
        }

        return [.. sums.Where(s => s.Value != 0)
            .Select(s => new PostingLine(s.Key.Cause, land.Claim(s.Key.Claim), s.Key.Heading, s.Key.From, s.Key.To, s.Value))
            .OrderBy(l => l.Cause).ThenBy(l => l.Claim.Id).ThenBy(l => l.From)];
    }

    private bool Concerns(in Posting p, LandClaim claim, int area) =>
        (From is null || p.From == From) && (To is null || p.To == To) && (Heading is null || p.Heading == Heading)
        && (Baseline is null || claim.Baseline == Baseline) && (Report is null || claim.Report == Report)
        && (Area is null || (area >= 0 && (p.FromArea == area || p.ToArea == area)));

    /// <summary>On the side of the account asked for. What was kept without moving a status is on no side.</summary>
    private bool IsOn(in Posting p, int day, int from) => Status is not { } status
        ? (From is null && To is null && Report is null && Area is null) || day >= from
        : p.From != p.To && (p.From == status || p.To == status) && Side switch
        {
            "opening" => day < from,
            "in" => day >= from && p.To == status,
            "out" => day >= from && p.From == status,
            _ => true,
        };

    private int Sign(in Posting p) => Status is { } status && p.From == status ? -1 : 1;
}
