using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Server.Answers;
using Furrow.Server.Listings;

namespace Furrow.Server.Accreditation;

/// <summary>Procedures, types of machines, dog-handler pairs and their tests.</summary>
public static class ThingLists
{
    private const string InUse = "in-use", Closed = "closed";

    public static readonly Listing<Procedure> Procedures = new("procedures", "procedures.title",
        ask => ask.State.Of<ProcedureRegister>().All.OrderBy(p => p.Code, Codes.Order).ThenByDescending(p => p.IssuedOn))
    {
        Of = ProcedureRules.Thing,
        Id = p => p.Id,
        Nothing = "procedures.none",
        Columns =
        [
            new("code", "procedures.code", CellType.Code, (p, _) => p.Code),
            new("version", "procedures.version", CellType.Code, (p, _) => p.Version),
            new("title", "procedures.name", CellType.Text, (p, _) => p.Title),
            new("organisation", "things.organisation", CellType.Text, (p, ask) => OrganisationOf(ask, p.Organisation)),
            new("issued-on", "procedures.issued-on", CellType.Day, (p, _) => p.IssuedOn),
            new("replaces", "procedures.replaces", CellType.Text,
                (p, ask) => p.Replaces is { } other ? ask.State.Of<ProcedureRegister>().Find(other)?.Name : null),
            new("closed-on", "organisations.closed-on", CellType.Day, (p, _) => p.ClosedOn),
        ],
        Filters =
        [
            new("q", "procedures.name", FilterType.Search, (p, words, _) => Codes.Has(p.Title, words) || Codes.Has(p.Name, words)),
            new("state", "organisations.state", FilterType.Choice, (p, state, ask) => (p.IsInUse(ask.AsOf) ? InUse : Closed) == state)
            {
                Choices = States,
            },
        ],
    };

    public static readonly Listing<MachineType> MachineTypes = new("machine-types", "machine-types.title",
        ask => ask.State.Of<MachineTypeRegister>().All.OrderBy(t => t.Name, Codes.Order))
    {
        Of = MachineTypeRules.Thing,
        Id = t => t.Id,
        Nothing = "machine-types.none",
        Columns =
        [
            new("model", "machine-types.model", CellType.Text, (t, _) => t.Model),
            new("maker", "machine-types.maker", CellType.Text, (t, _) => t.Maker),
            new("kind", "machine-types.kind", CellType.Word, (t, _) => ListWord.Of("machine-kind", t.Kind)),
            new("closed-on", "organisations.closed-on", CellType.Day, (t, _) => t.ClosedOn),
        ],
        Filters =
        [
            new("q", "machine-types.model", FilterType.Search, (t, words, _) => Codes.Has(t.Name, words)),
            new("what", "machine-types.kind", FilterType.Choice, (t, kind, _) => Names.Of(t.Kind) == kind)
            {
                Choices = [.. Enum.GetValues<MachineKind>().Select(k => new FilterChoice(Names.Of(k), "machine-kind." + Names.Of(k)))],
            },
        ],
    };

    public static readonly Listing<DogPair> DogPairs = new("dog-pairs", "dog-pairs.title",
        ask => ask.State.Of<DogPairRegister>().All.OrderBy(p => p.Dog, Codes.Order).ThenByDescending(p => p.FormedOn))
    {
        Of = DogPairRules.Thing,
        Id = p => p.Id,
        Nothing = "dog-pairs.none",
        Columns =
        [
            new("dog", "dog-pairs.dog", CellType.Text, (p, _) => p.Dog),
            new("chip", "dog-pairs.chip", CellType.Code, (p, _) => p.Chip),
            new("handler", "dog-pairs.handler", CellType.Text, (p, ask) => ask.NameOf(p.Handler)) { Tier = Tier.Personal },
            new("organisation", "things.organisation", CellType.Text, (p, ask) => OrganisationOf(ask, p.Organisation)),
            new("formed-on", "dog-pairs.formed-on", CellType.Day, (p, _) => p.FormedOn),
            new("dissolved-on", "dog-pairs.dissolved-on", CellType.Day, (p, _) => p.DissolvedOn),
            new("tested-on", "dog-pairs.tested-on", CellType.Day, (p, ask) => ask.State.Of<DogPairRegister>().LastTest(p.Id, ask.AsOf)?.On),
            new("result", "dog-pairs.result", CellType.Word,
                (p, ask) => ask.State.Of<DogPairRegister>().LastTest(p.Id, ask.AsOf) is { } test ? ListWord.Of("dog-test", test.Result) : null),
            new("worked-on", "dog-pairs.worked-on", CellType.Day, (p, ask) => p.LastWorked(ask.AsOf)),
        ],
        Filters = [new("q", "dog-pairs.dog", FilterType.Search, (p, words, _) => Codes.Has(p.Name, words))],
    };

    public static readonly Listing<DogTest> DogTests = new("dog-tests", "dog-tests.title", ask => ask.State.Of<DogPairRegister>().AllTests.Reverse())
    {
        Of = DogPairRules.TestThing,
        Id = t => t.Id,
        Nothing = "dog-tests.none",
        Columns =
        [
            new("on", "deliveries.on", CellType.Day, (t, _) => t.On),
            new("pair", "dog-tests.pair", CellType.Text, (t, ask) => ask.State.Of<DogPairRegister>().Find(t.DogPair)?.Name)
            {
                Link = t => $"/records/dog-pairs/{t.DogPair:D}",
            },
            new("result", "dog-pairs.result", CellType.Word, (t, _) => ListWord.Of("dog-test", t.Result)),
            new("withdrawn", "deliveries.withdrawn", CellType.Truth, (t, _) => t.IsWithdrawn),
        ],
    };

    private static IReadOnlyList<FilterChoice> States => [new(InUse, "thing-state.in-use"), new(Closed, "thing-state.closed")];

    /// <summary>The name of an organisation as it stands; what was merged counts as what it went into.</summary>
    internal static string OrganisationOf(ListAsk ask, Guid id) => ask.State.Of<OrganisationRegister>() is var register
        && register.Find(id) is { } found ? register.StandingFor(found).Name : id.ToString("D")[..8];
}
