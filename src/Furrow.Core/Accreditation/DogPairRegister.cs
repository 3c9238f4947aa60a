using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>A dog and its handler as they are known.</summary>
public sealed record DogPair(Guid Id, string Dog, string? Chip, Guid Handler, Guid Organisation, DateOnly FormedOn)
{
    /// <summary>The first day they do not work together; null: they do.</summary>
    public DateOnly? DissolvedOn { get; init; }

    /// <summary>Days they worked, in order, each once.</summary>
    public ImmutableSortedSet<DateOnly> WorkedOn { get; init; } = [];

    /// <summary>The handler is a person: their name stands in no ordinary text.</summary>
    public string Name => Chip is null ? $"{Dog} ({Id.ToString("D")[..8]})" : $"{Dog} ({Chip})";

    public bool Stands(DateOnly day) => FormedOn <= day && !(DissolvedOn <= day);

    /// <summary>The last day they worked by then; null: none is known.</summary>
    public DateOnly? LastWorked(DateOnly day)
    {
        var at = WorkedOn.IndexOf(day);
        var before = at >= 0 ? at : ~at - 1;
        return before >= 0 ? WorkedOn[before] : null;
    }
}

/// <summary>A test of a pair.</summary>
public sealed record DogTest(Guid Id, Guid DogPair, DateOnly On, DogTestResult Result, bool IsWithdrawn = false);

/// <summary>The dog-handler pairs of all organisations, and their tests.</summary>
[Folds(typeof(DogPairFormed), typeof(DogPairChanged), typeof(DogPairDissolved), typeof(DogPairDissolutionTakenBack), typeof(DogTestRecorded),
    typeof(DogTestWithdrawn), typeof(DogPairWorked))]
public sealed record DogPairRegister : ISubject<DogPairRegister>
{
    public static DogPairRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, DogPair> ById { get; init; } = ImmutableDictionary<Guid, DogPair>.Empty;

    private ImmutableDictionary<Guid, DogTest> Tests { get; init; } = ImmutableDictionary<Guid, DogTest>.Empty;

    private ImmutableDictionary<Guid, ImmutableList<Guid>> TestsByPair { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    private ImmutableList<Guid> Order { get; init; } = [];

    private ImmutableList<Guid> TestOrder { get; init; } = [];

    /// <summary>In the order they were formed.</summary>
    public IEnumerable<DogPair> All => Order.Select(id => ById[id]);

    public IEnumerable<DogTest> AllTests => TestOrder.Select(id => Tests[id]);

    public DogPair? Find(Guid id) => ById.GetValueOrDefault(id);

    public DogTest? FindTest(Guid id) => Tests.GetValueOrDefault(id);

    /// <summary>The last test up to a day; of one day, the last recorded. Null: there is none.</summary>
    public DogTest? LastTest(Guid pair, DateOnly day) => TestsByPair.GetValueOrDefault(pair, []).Select(id => Tests[id])
        .Where(t => !t.IsWithdrawn && t.On <= day).OrderBy(t => t.On).LastOrDefault();

    public DogPairRegister Apply(Placed placed) => placed.Fact switch
    {
        DogPairFormed f => Put(new DogPair(f.DogPair, f.Dog, f.Chip, f.Handler, f.Organisation, f.FormedOn)),
        DogPairChanged f => Changed(f.DogPair, p => p with { Dog = f.Dog, Chip = f.Chip }),
        DogPairDissolved f => Changed(f.DogPair, p => p with { DissolvedOn = f.DissolvedOn }),
        DogPairDissolutionTakenBack f => Changed(f.DogPair, p => p with { DissolvedOn = null }),
        DogTestRecorded f => Put(new DogTest(f.DogTest, f.DogPair, f.On, f.Result)),
        DogTestWithdrawn f => FindTest(f.DogTest) is { } test ? Put(test with { IsWithdrawn = true }) : this,
        DogPairWorked f => Changed(f.DogPair, p => p with { WorkedOn = p.WorkedOn.Add(f.On) }),
        _ => this,
    };

    private DogPairRegister Changed(Guid id, Func<DogPair, DogPair> change) => Find(id) is { } pair ? Put(change(pair)) : this;

    private DogPairRegister Put(DogPair pair) => this with
    {
        ById = ById.SetItem(pair.Id, pair), Order = ById.ContainsKey(pair.Id) ? Order : Order.Add(pair.Id),
    };

    private DogPairRegister Put(DogTest test) => Tests.ContainsKey(test.Id) ? this with { Tests = Tests.SetItem(test.Id, test) } : this with
    {
        Tests = Tests.Add(test.Id, test),
        TestOrder = TestOrder.Add(test.Id),
        TestsByPair = TestsByPair.SetItem(test.DogPair, TestsByPair.GetValueOrDefault(test.DogPair, []).Add(test.Id)),
    };
}
