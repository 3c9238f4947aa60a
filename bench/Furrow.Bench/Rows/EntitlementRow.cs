using Furrow.Bench.Measuring;
using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Bench.Rows;

/// <summary>Every team of a country judged anew, as after a recall or a change of the profile: 2,000 teams of 17 people of 40 organisations. There is no peer.
/// </summary>
public sealed class EntitlementRow : IBenchRow
{
    private const int People = 17, OrganisationsPerTeams = 50;

    private const double GoalSeconds = 0.2, StretchSeconds = 0.05;

    private static readonly DateOnly First = new(2024, 1, 1), Day = new(2024, 6, 1), Last = new(2025, 12, 31);

    public string Name => "entitlement";

    public string Work => "2,000 teams of 17 people re-judged";

    public void Run(BenchContext context, RowReport report)
    {
        var teams = context.Scaled(2_000);
        var state = ProgrammeState.Empty.ApplyAll(Facts(teams).Select((fact, i) => new Placed(i + 1, DateTimeOffset.UnixEpoch,
            new Act(Guid.Empty, Guid.Empty, DateTimeOffset.UnixEpoch, Door.Verb, 0), fact)));
        List<EntitlementAsked> asked =
            [.. Enumerable.Range(0, teams).Select(t => new EntitlementAsked(AccreditedKind.Team, Id(1, t), FieldActivity.ManualClearance, Day))];
        var entitled = Entitlement.OfAll(state, asked, CooperationSettings.Default).Count(a => a.IsGiven);
        report.Same("teams entitled, of each eight five", entitled, Enumerable.Range(0, teams).Count(t => !IsShort(t)), 0);
        var timings = Interleaved.Measure(context.QuickRuns,
            new Contender("Furrow", Meter.OwnProcess, () => Entitlement.OfAll(state, asked, CooperationSettings.Default)));
        report.Table(timings);
        report.Limit("all teams, wall median", timings[0].Wall.Median, GoalSeconds, StretchSeconds, "s");
    }

    /// <summary>The only EOD operator of these has a level that lapsed.</summary>
    private static bool IsShort(int team) => team % 8 is 1 or 4 or 7;

    private static IEnumerable<IFact> Facts(int teams)
    {
        yield return new OrganisationRegistered(Id(0, 0), "Authority", OrganisationKind.NationalAuthority, "XA");
        var organisations = (teams + OrganisationsPerTeams - 1) / OrganisationsPerTeams;
        for (var o = 0; o < organisations; o++)
        {
            yield return new OrganisationRegistered(Id(2, o), $"Operator {o}", OrganisationKind.Company, "XA");
            yield return new ProcedureRegistered(Id(3, o), Id(2, o), "SOP", "1", "Clearance", First);
            yield return new AgreementRecorded(Id(4, o), $"Licence {o}", AgreementKind.Licence, AgreementLevel.NationalLaw, First, First, null, [Id(2, o)], []);
            yield return new ClauseRecorded(Id(5, o), Id(4, o), "1", ClauseKind.Activity, Activity.Clear, [], [], null, null, null, null, null);
            foreach (var fact in Given(6, o, AccreditedKind.Organisation, Id(2, o)).Concat(Given(7, o, AccreditedKind.Procedure, Id(3, o))))
            {
                yield return fact;
            }
        }

        foreach (var fact in Enumerable.Range(0, teams).SelectMany(Team))
        {
            yield return fact;
        }
    }

    private static IEnumerable<IFact> Team(int team)
    {
        yield return new TeamFormed(Id(1, team), $"T-{team}", $"T-{team}", Id(2, team / OrganisationsPerTeams), TeamWork.ManualClearance, First);
        foreach (var fact in Given(8, team, AccreditedKind.Team, Id(1, team)))
        {
            yield return fact;
        }

        for (var n = 0; n < People; n++)
        {
            var (number, function) = (team * People + n, n switch { 0 => PersonFunction.TeamLeader, 1 => PersonFunction.Medic, _ => PersonFunction.Deminer });
            yield return new TeamJoined(Id(10, number), Id(1, team), Id(9, number), function, First, false);
            yield return new InsuranceRecorded(Id(11, number), Id(9, number), First, Last, "Insurer", null);
            if (n == 2)
            {
                yield return new CertificateRecorded(Id(12, number), Id(9, number), Competency.Eod2, null, "School", null, First,
                    IsShort(team) ? Day.AddDays(-1) : Last, false);
            }
        }
    }

    private static IEnumerable<IFact> Given(int kind, int number, AccreditedKind of, Guid subject)
    {
        FieldActivity[] work = [FieldActivity.ManualClearance];
        yield return new AccreditationAppliedFor(Id(kind, number), of, subject, work, First);
        yield return new AccreditationMoved(Id(kind, number), AccreditationStage.Full, First, Last, work, Id(0, 0));
    }

    private static Guid Id(int kind, int number) => new(number, (short)kind, 0, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
