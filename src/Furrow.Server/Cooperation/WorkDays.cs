using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Keeping;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core.Reports.Orders;
using Furrow.Server.Listings;

namespace Furrow.Server.Cooperation;

/// <summary>When somebody worked last: as it was recorded, and as reports of their team say.</summary>
internal static class WorkDays
{
    /// <summary>The last day up to this one; null: none is known. A report counts on its last day, for whoever was in the team it names on that day; one that
    /// was rejected, withdrawn or replaced does not count.</summary>
    public static DateOnly? Last(ListCache memory, ProgrammeState state, Guid person, DateOnly day)
    {
        var (teams, last) = (state.Of<TeamRegister>(), state.Of<PersonnelRegister>().LastWorked(person, day));
        foreach (var membership in teams.MembershipsWith(person))
        {
            var (team, days) = (teams.Find(membership.Team)!, teams.DaysOf(membership));
            foreach (var worked in team.Names.Distinct(Codes.Comparer).Select(name => LastReported(memory, state, team, name, days, day)).OfType<DateOnly>())
            {
                last = worked > last || last is null ? worked : last;
            }
        }

        return last;
    }

    private static DateOnly? LastReported(ListCache memory, ProgrammeState state, Team team, string name, DayRange days, DateOnly day) =>
        memory.Reports(state.Book).Find(new ReportFilter
        {
            Team = name,
            Organisations = [.. state.Of<OrganisationRegister>().SpellingsOf(TeamLists.NameOf(state, team.Organisation))],
            Status = s => s is not (ReportStatus.Rejected or ReportStatus.Withdrawn or ReportStatus.Superseded),
        }, ReportOrder.Day, backwards: true, new Steps()).From(0).Select(entry => entry.Report.End.Day).SkipWhile(worked => worked > day)
            .TakeWhile(worked => worked >= days.From).Where(days.Holds).Select(worked => (DateOnly?)worked).FirstOrDefault();
}
