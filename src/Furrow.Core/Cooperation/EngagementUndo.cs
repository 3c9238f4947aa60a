using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>Takes back all that came of a table of people, as one. What was recorded since of what it made is not lost with it: then it is refused.</summary>
public static class EngagementUndo
{
    public static Ruling TakeBack(IKnown known, Act act, TakeBackEngagement intent)
    {
        var table = known.Of<EngagementRegister>().Find(intent.Engagement)!;
        var made = Made.By(known, table.Acts.ToHashSet());
        return table.IsTakenBack ? Problems.EngagementTakenBackAlready(table.File)
            : act.IsWithoutReason ? Problems.ReasonMissing("take back a table of people")
            : made.UsedSince(known) is var used and > 0 ? Problems.EngagementUsedSince(table.File, used)
            : Ruling.Of([.. made.Withdrawn(), new TableTakenBack(table.Id)]);
    }

    /// <summary>What some acts made and still stands.</summary>
    private sealed record Made(IReadOnlyList<Person> People, IReadOnlyList<Team> Teams, IReadOnlyList<Membership> Memberships, IReadOnlyList<Service> Services,
        IReadOnlyList<Certificate> Certificates, IReadOnlyList<Insurance> Insurances)
    {
        public static Made By(IKnown known, HashSet<Guid> acts) => new(
            [.. known.Of<People>().All.Where(p => !p.IsWithdrawn && p.Act is { } act && acts.Contains(act.Id))],
            [.. known.Of<TeamRegister>().All.Where(t => acts.Contains(t.Act.Id))],
            [.. known.Of<TeamRegister>().AllMemberships.Where(m => acts.Contains(m.Act.Id))],
            [.. known.Of<PersonnelRegister>().RecordedServices.Where(s => !s.IsWithdrawn && acts.Contains(s.Act.Id))],
            [.. known.Of<QualificationRegister>().RecordedCertificates.Where(c => !c.IsWithdrawn && acts.Contains(c.Act.Id))],
            [.. known.Of<PersonnelRegister>().RecordedInsurances.Where(i => !i.IsWithdrawn && acts.Contains(i.Act.Id))]);

        /// <summary>How many people and teams of it have something that other acts made.</summary>
        public int UsedSince(IKnown known)
        {
            var own = Memberships.Select(m => m.Id).Concat(Services.Select(s => s.Id)).Concat(Certificates.Select(c => c.Id))
                .Concat(Insurances.Select(i => i.Id)).ToHashSet();
            return People.Count(p => known.Of<TeamRegister>().MembershipsWith(p.Id).Any(m => !own.Contains(m.Id))
                    || known.Of<PersonnelRegister>().ServicesOf(p.Id).Any(s => !own.Contains(s.Id))
                    || known.Of<QualificationRegister>().CertificatesOf(p.Id).Any(c => !own.Contains(c.Id))
                    || known.Of<PersonnelRegister>().InsurancesOf(p.Id).Any(i => !own.Contains(i.Id)))
                + Teams.Count(t => known.Of<TeamRegister>().MembershipsOf(t.Id).Any(m => !own.Contains(m.Id)));
        }

        public IEnumerable<IFact> Withdrawn() =>
        [
            .. Memberships.Select(m => new TeamJoiningWithdrawn(m.Id, m.Team, m.Person)),
            .. Certificates.Select(c => new CertificateWithdrawn(c.Id, c.Person)),
            .. Insurances.Select(i => new InsuranceWithdrawn(i.Id, i.Person)),
            .. Services.Select(s => new ServiceWithdrawn(s.Id, s.Person)),
            .. Teams.Select(t => new TeamWithdrawn(t.Id)),
            .. People.Select(p => new PersonWithdrawn(p.Id)),
        ];
    }
}
