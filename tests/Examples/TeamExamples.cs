using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class TeamExamples : SubjectExamples
{
    private static readonly DateOnly Formed = new(2024, 1, 10), Joined = new(2024, 2, 1), Left = new(2024, 5, 4);

    public override IEnumerable<IFact> Facts =>
    [
        new TeamFormed(Id(101), "T-1", "EXERCISE team 1", Id(82), TeamWork.ManualClearance, Formed),
        new TeamFormed(Id(102), "T-2", "EXERCISE team 2", Id(82), TeamWork.Eod, Formed),
        new TeamRenamed(Id(101), "T-1A", "EXERCISE team 1 A"),
        new TeamChanged(Id(101), Id(82), TeamWork.Mechanical, Formed),
        new TeamAliasAdded(Id(101), "EXERCISE first team"),
        new TeamAliasAdded(Id(101), "EXERCISE team one"),
        new TeamAliasRemoved(Id(101), "EXERCISE team one"),
        new TeamJoined(Id(103), Id(101), Id(65), PersonFunction.TeamLeader, Joined, true),
        new TeamLeft(Id(103), Id(101), Id(65), Left),
        new TeamLeavingTakenBack(Id(103), Id(101), Id(65)),
        new TeamJoined(Id(104), Id(102), Id(65), PersonFunction.Medic, Joined, true),
        new TeamJoiningWithdrawn(Id(104), Id(102), Id(65)),
        new TeamDisbanded(Id(102), new DateOnly(2024, 6, 1)),
        new TeamDisbandingTakenBack(Id(102)),
        new TeamFormed(Id(105), "T-5", "EXERCISE team 5", Id(82), TeamWork.Survey, Formed),
        new TeamWithdrawn(Id(105)),
        new TeamFormed(Id(106), "T-6", "EXERCISE team 6", Id(82), TeamWork.Dogs, Formed),
        new TeamJoined(Id(107), Id(106), Id(65), PersonFunction.DogHandler, Joined, true),
        new TeamLeft(Id(107), Id(106), Id(65), Left),
        new TeamDisbanded(Id(106), new DateOnly(2024, 6, 1)),
    ];
}
