using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>Which reports rest on a procedure, a type of machine, a pair or a person.</summary>
public sealed record Use(Guid Id, AccreditedKind Kind, Guid Subject, IReadOnlyList<Guid> Reports, Guid? Batch, bool IsWithdrawn = false);

/// <summary>A recall as it is known.</summary>
/// <param name="Act">Which opened it: it holds who, when and why.</param>
public sealed record Recall(Guid Id, AccreditedKind Kind, Guid Subject, DateOnly? Since, Act Act)
{
    /// <summary>The last decision on the land of each report.</summary>
    public ImmutableDictionary<Guid, RecallDecision> Decisions { get; init; } = ImmutableDictionary<Guid, RecallDecision>.Empty;

    public bool IsClosed { get; init; }
}

/// <summary>What reports were made by, and what is recalled.</summary>
[Folds(typeof(UseRecorded), typeof(UseWithdrawn), typeof(RecallOpened), typeof(RecallDecided), typeof(RecallClosed))]
public sealed record RecallRegister : ISubject<RecallRegister>
{
    public static RecallRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, Use> Uses { get; init; } = ImmutableDictionary<Guid, Use>.Empty;

    private ImmutableDictionary<Guid, ImmutableList<Guid>> UsesBySubject { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    private ImmutableDictionary<Guid, Recall> Recalls { get; init; } = ImmutableDictionary<Guid, Recall>.Empty;

    private ImmutableList<Guid> UseOrder { get; init; } = [];

    private ImmutableList<Guid> RecallOrder { get; init; } = [];

    /// <summary>In the order they were opened.</summary>
    public IEnumerable<Recall> All => RecallOrder.Select(id => Recalls[id]);

    public IEnumerable<Use> AllUses => UseOrder.Select(id => Uses[id]);

    public Recall? Find(Guid id) => Recalls.GetValueOrDefault(id);

    public Use? FindUse(Guid id) => Uses.GetValueOrDefault(id);

    /// <summary>What rests on one subject; what was recorded by mistake is not in it.</summary>
    public IEnumerable<Use> UsesOf(Guid subject) => UsesBySubject.GetValueOrDefault(subject, []).Select(id => Uses[id]).Where(u => !u.IsWithdrawn);

    /// <summary>The recall of a subject that is not closed; null: there is none.</summary>
    public Recall? OpenOf(Guid subject) => All.FirstOrDefault(r => r.Subject == subject && !r.IsClosed);

    public RecallRegister Apply(Placed placed) => placed.Fact switch
    {
        UseRecorded f => New(new Use(f.Use, f.Kind, f.Subject, f.Reports, f.Batch)),
        UseWithdrawn f => FindUse(f.Use) is { } use ? this with { Uses = Uses.SetItem(f.Use, use with { IsWithdrawn = true }) } : this,
        RecallOpened f => Find(f.Recall) is null ? this with
        {
            Recalls = Recalls.Add(f.Recall, new Recall(f.Recall, f.Kind, f.Subject, f.Since, placed.Act)), RecallOrder = RecallOrder.Add(f.Recall),
        } : this,
        RecallDecided f => Changed(f.Recall, r => r with { Decisions = r.Decisions.SetItems(f.Reports.Select(id => KeyValuePair.Create(id, f.Decision))) }),
        RecallClosed f => Changed(f.Recall, r => r with { IsClosed = true }),
        _ => this,
    };

    private RecallRegister New(Use use) => Uses.ContainsKey(use.Id) ? this : this with
    {
        Uses = Uses.Add(use.Id, use),
        UseOrder = UseOrder.Add(use.Id),
        UsesBySubject = UsesBySubject.SetItem(use.Subject, UsesBySubject.GetValueOrDefault(use.Subject, []).Add(use.Id)),
    };

    private RecallRegister Changed(Guid id, Func<Recall, Recall> change) =>
        Find(id) is { } recall ? this with { Recalls = Recalls.SetItem(id, change(recall)) } : this;
}
