using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;
using Furrow.Server.Languages;
using Furrow.Server.Listings;

namespace Furrow.Server.Cooperation;

/// <summary>A row of a list of people, and a table of them taken back as one.</summary>
internal sealed class EngagementIntents : SubjectIntents
{
    public override IEnumerable<Intent> All =>
    [
        new Intent<EngagePerson>("person-engage", EngagementIntentsJson.Default, WordList.Of(GetType().Assembly), EngagementRules.Engage)
        {
            Says = (_, act, _) => $"Registered as {DerivedId.Of(act, "registered")}",
            LeadsTo = (act, _) => $"/records/people/{DerivedId.Of(act, "registered"):D}",
            Closes = EngagementRules.Close,
        },
        Intent<TakeBackEngagement>("engagement-take-back", EngagementIntentsJson.Default, EngagementUndo.TakeBack, verb: "engagement take-back"),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        Kind(EngagementRules.Thing, s => Of(s).All, e => e.Id, e => $"{e.File}, {Names.Count(e.Acts.Count)}", e => !e.IsTakenBack),
    ];

    private static EngagementRegister Of(ProgrammeState state) => state.Of<EngagementRegister>();
}

/// <summary>Tables of people that were written.</summary>
public static class EngagementLists
{
    public static readonly Listing<Engagement> Engagements = new("engagements", "engagements.title", ask => ask.State.Of<EngagementRegister>().All.Reverse())
    {
        Of = EngagementRules.Thing,
        Id = e => e.Id,
        Columns =
        [
            new("file", "engagements.file", CellType.Text, (e, _) => e.File),
            new("people", "engagements.people", CellType.Whole, (e, _) => e.Acts.Count),
            new("at", "figures.at", CellType.Moment, (e, _) => e.Act.At),
            new("taken-back", "people.withdrawn", CellType.Truth, (e, _) => e.IsTakenBack),
        ],
    };
}
