using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Log;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Accreditation;

/// <summary>The board of accreditations: each with where it stood on the day asked for.</summary>
public static class AccreditationLists
{
    private const string Lapsed = "lapsed";

    public static readonly Listing<AccreditationCase> Accreditations = new("accreditations", "accreditations.title",
        ask => Register(ask).All.OrderBy(c => c.Kind).ThenBy(c => NameOf(ask, c), Codes.Order).ThenByDescending(c => c.AppliedOn))
    {
        Of = AccreditationRules.Thing,
        Id = c => c.Id,
        Nothing = "accreditations.none",
        Columns =
        [
            new("subject", "accreditations.subject", CellType.Text, (c, ask) => NameOf(ask, c)),
            new("kind", "accreditations.kind", CellType.Word, (c, _) => ListWord.Of("accredited-kind", c.Kind)) { Link = SubjectPage },
            new("stage", "accreditations.stage", CellType.Word, (c, ask) => StageOf(c, ask.AsOf) is { } stage ? WordOf(stage) : null),
            new("stage-from", "accreditations.stage-from", CellType.Day, (c, ask) => c.On(ask.AsOf)?.From),
            new("until", "agreements.until", CellType.Day, (c, ask) => c.On(ask.AsOf)?.Until),
            new("activities", "accreditations.activities", CellType.Word, (c, ask) => WordOf(ActivitiesOf(c, ask))),
            new("assessor", "accreditations.assessor", CellType.Text,
                (c, ask) => c.Moves.FindLast(m => m.From <= ask.AsOf && m.Assessor is not null)?.Assessor is { } assessor
                    ? ThingLists.OrganisationOf(ask, assessor) : null),
            new("applied-on", "accreditations.applied-on", CellType.Day, (c, _) => c.AppliedOn),
            new("conditions", "accreditations.conditions", CellType.Text,
                (c, ask) => ask.Reader?.Open(c.Moves.FindLast(m => m.From <= ask.AsOf && m.Conditions is not null)?.Conditions)) { Tier = Tier.Restricted },
        ],
        Filters =
        [
            new("q", "accreditations.subject", FilterType.Search, (c, words, ask) => Codes.Has(NameOf(ask, c), words)),
            new("what", "accreditations.kind", FilterType.Choice, (c, kind, _) => Names.Of(c.Kind) == kind)
            {
                Choices = [.. Enum.GetValues<AccreditedKind>().Select(k => new FilterChoice(Names.Of(k), "accredited-kind." + Names.Of(k)))],
            },
            new("stage", "accreditations.stage", FilterType.Choice, (c, stage, ask) => StageOf(c, ask.AsOf) == stage)
            {
                Choices = [.. Enum.GetValues<AccreditationStage>().Select(Names.Of).Append(Lapsed)
                    .Select(s => new FilterChoice(s, "accreditation-stage." + s))],
            },
            new("activity", "accreditations.activities", FilterType.Choice, (c, activity, ask) => ActivitiesOf(c, ask).Any(a => Names.Of(a) == activity))
            {
                Choices = [.. Enum.GetValues<FieldActivity>().Select(a => new FilterChoice(Names.Of(a), "field-activity." + Names.Of(a)))],
            },
        ],
    };

    /// <summary>The page of what it is for.</summary>
    private static string SubjectPage(AccreditationCase accreditation) => accreditation.Kind switch
    {
        AccreditedKind.Organisation => "/records/organisations/",
        AccreditedKind.Team => "/records/teams/",
        AccreditedKind.Person => "/records/people/",
        AccreditedKind.DogPair => "/records/dog-pairs/",
        AccreditedKind.MachineType => "/records/machine-types/",
        _ => "/records/procedures/",
    } + accreditation.Subject.ToString("D");

    private static AccreditationRegister Register(ListAsk ask) => ask.State.Of<AccreditationRegister>();

    private static string NameOf(ListAsk ask, AccreditationCase accreditation) => AccreditedSubjects.NameOf(ask.State, accreditation);

    /// <summary>As it stood on a day; null: it was not applied for yet.</summary>
    private static string? StageOf(AccreditationCase accreditation, DateOnly day) =>
        accreditation.On(day) is not { } move ? null : move.HasLapsed(day) ? Lapsed : Names.Of(move.Stage);

    private static ListWord WordOf(string stage) => new("accreditation-stage." + stage, stage, null, stage switch
    {
        "full" => "good",
        "provisional" => "warn",
        Lapsed or "suspended" or "withdrawn" or "refused" => "bad",
        _ => null,
    });

    private static IReadOnlyList<FieldActivity> ActivitiesOf(AccreditationCase accreditation, ListAsk ask) =>
        accreditation.Moves.FindLast(m => m.Gives && m.From <= ask.AsOf)?.Activities ?? accreditation.Activities;

    /// <summary>One by its name, several by their number; files and JSON have them all.</summary>
    private static ListWord WordOf(IReadOnlyList<FieldActivity> activities) => activities is [var one] ? ListWord.Of("field-activity", one)
        : new ListWord("accreditations.several", string.Join(", ", activities.Select(Names.Of)), activities.Count);
}
