using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>A table of people that was written.</summary>
/// <param name="Act">Which recorded it.</param>
public sealed record Engagement(Guid Id, string File, IReadOnlyList<Guid> Acts, Act Act)
{
    public bool IsTakenBack { get; init; }
}

/// <summary>Tables of people, so that what came of one can be taken back as one.</summary>
[Folds(typeof(TableEngaged), typeof(TableTakenBack))]
public sealed record EngagementRegister : ISubject<EngagementRegister>
{
    public static EngagementRegister Empty { get; } = new();

    /// <summary>In the order they were written; also those taken back.</summary>
    public ImmutableList<Engagement> All { get; private init; } = [];

    public Engagement? Find(Guid id) => All.Find(e => e.Id == id);

    public EngagementRegister Apply(Placed placed) => placed.Fact switch
    {
        TableEngaged f => this with { All = All.Add(new(f.Engagement, f.File, f.Acts, placed.Act)) },
        TableTakenBack f => Find(f.Engagement) is { } table ? this with { All = All.Replace(table, table with { IsTakenBack = true }) } : this,
        _ => this,
    };
}
