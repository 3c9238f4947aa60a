using Furrow.Core.Log;
using Furrow.Core.Roles;

namespace Examples;

internal sealed class RoleExamples : SubjectExamples
{
    public override IEnumerable<IFact> Facts =>
    [
        new RoleGiven(Id(230), Id(12), Role.InformationManager, Id(82), Id(14), "Şəhər", new DateOnly(2024, 1, 1), new DateOnly(2030, 12, 31)),
        new RoleGiven(Id(231), Id(12), Role.Administrator),
        new RoleTaken(Id(230)),
        new PersonSuspended(Id(12)),
        new PersonSuspensionLifted(Id(12)),
        new RoleGiven(Id(232), Id(12), Role.TeamLeader, Id(82)),
        new PersonSuspended(Id(65)),
    ];
}
