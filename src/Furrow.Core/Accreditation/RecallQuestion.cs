using Furrow.Core.Cooperation;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Accreditation;

/// <summary>The land of one report under recall.</summary>
/// <param name="Decision">Null: nobody has decided yet.</param>
public sealed record RecalledReport(Guid Report, string Code, string Organisation, string? Team, DateOnly On, string? HazardousArea, long ReleasedMicro,
    IReadOnlyList<(string Holder, long AreaMicro)> HandedOver, RecallDecision? Decision)
{
    public long HandedOverMicro => HandedOver.Sum(h => h.AreaMicro);

    /// <summary>Not to be relied on: undecided, or the doubt was upheld.</summary>
    public bool IsInDoubt => Decision != RecallDecision.Lifted;
}

/// <summary>The same, with the recall it is under.</summary>
public sealed record RecalledLand(Recall Recall, RecalledReport Report);

/// <summary>What a recall asks a person to decide. Its land is looked up when somebody asks for it: a list of recalls, or a search for their names, reads no
/// ledger.</summary>
public sealed class RecallAnswer(Recall recall, Func<IReadOnlyList<RecalledReport>> reports)
{
    private readonly Lazy<IReadOnlyList<RecalledReport>> _reports = new(reports);

    public Recall Recall => recall;

    /// <summary>By day, then code; those that released no land too.</summary>
    public IReadOnlyList<RecalledReport> Reports => _reports.Value;

    public long ReleasedMicro => Reports.Sum(r => r.ReleasedMicro);

    public long HandedOverMicro => Reports.Sum(r => r.HandedOverMicro);

    public int Undecided => Reports.Count(r => r.Decision is null);

    /// <summary>Who it was handed over to, and how much.</summary>
    public IReadOnlyList<(string Holder, long AreaMicro)> Holders => [.. Reports.SelectMany(r => r.HandedOver).GroupBy(h => h.Holder, Codes.Comparer)
        .Select(g => (g.Key, g.Sum(h => h.AreaMicro))).OrderByDescending(h => h.Item2)];

    /// <summary>Who worked by it: organisations and teams as the reports name them.</summary>
    public IReadOnlyList<(string Organisation, string? Team)> Users => [.. Reports.Select(r => (r.Organisation, r.Team)).Distinct().Order()];
}

/// <summary>What land was released on what is recalled, who holds it, and what was decided. It only reads the ledger of land.</summary>
public static class RecallQuestion
{
    /// <param name="land">As the recall is asked about it.</param>
    /// <param name="book">The reports of that land.</param>
    public static RecallAnswer Of(IKnown known, LandLedger land, ReportBook book, Recall recall) => new(recall, () =>
    {
        var uses = UsesOf(known, book, recall);
        return [.. LandQuestions.ReleasedOn(land, c => !(c.On < recall.Since) && uses(c)).GroupBy(l => l.Claim.Report).Select(g => Recalled(recall, [.. g]))
            .OrderBy(r => r.On).ThenBy(r => r.Code, Codes.Order)];
    });

    /// <summary>The reports a recall is about, whether or not they released land.</summary>
    public static IReadOnlyList<Guid> ReportsOf(IKnown known, LandLedger land, ReportBook book, Recall recall)
    {
        var uses = UsesOf(known, book, recall);
        return [.. land.CountingClaims().Where(c => !(c.On < recall.Since) && c.Effect is not (LandEffect.HandOver or LandEffect.TakeBack)
            && uses(c)).Select(c => c.Report).Distinct()];
    }

    private static RecalledReport Recalled(Recall recall, IReadOnlyList<ReleasedLand> parts) => new(parts[0].Claim.Report, parts[0].Claim.ReportCode,
        parts[0].Claim.Organisation, parts[0].Claim.Team, parts[0].Claim.On, parts[0].Claim.HazardousArea, parts.Sum(p => p.AreaMicro),
        [.. parts.SelectMany(p => p.HandedOver).GroupBy(h => h.Holder, Codes.Comparer).Select(g => (g.Key, g.Sum(h => h.AreaMicro)))],
        recall.Decisions.TryGetValue(parts[0].Claim.Report, out var decision) ? decision : null);

    /// <summary>Whether a claim rests on it: a report that names the team, or a team the person was in on its day; or one of which the use was recorded. What
    /// was said of a report holds for its correction.</summary>
    private static Func<LandClaim, bool> UsesOf(IKnown known, ReportBook book, Recall recall)
    {
        var teams = known.Of<TeamRegister>();
        var named = known.Of<RecallRegister>().UsesOf(recall.Subject)
            .SelectMany(u => u.Reports.Concat(u.Batch is { } batch ? book.InBatch(batch).Select(e => e.Id) : []))
            .SelectMany(r => book.ChainOf(r).Select(e => e.Id).Append(r)).ToHashSet();
        var reported = new Dictionary<(string Organisation, string? Team), Guid?>();
        return c => named.Contains(c.Report) || (recall.Kind is AccreditedKind.Team or AccreditedKind.Person && TeamOf(c) is { } team
            && (team == recall.Subject || teams.Members(team, c.On).Any(m => m.Person == recall.Subject)));

        Guid? TeamOf(LandClaim claim)
        {
            if (!reported.TryGetValue((claim.Organisation, claim.Team), out var team))
            {
                reported[(claim.Organisation, claim.Team)] = team = TeamNames.Reported(known, claim.Organisation, claim.Team)?.Id;
            }

            return team;
        }
    }
}
