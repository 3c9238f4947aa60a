using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>The accreditations of a programme, each with its course.</summary>
[Folds(typeof(AccreditationAppliedFor), typeof(AccreditationMoved), typeof(AccreditationAssessed), typeof(AccreditationSuspended),
    typeof(AccreditationSuspensionLifted), typeof(AccreditationWithdrawn), typeof(AccreditationMoveTakenBack))]
public sealed record AccreditationRegister : ISubject<AccreditationRegister>
{
    public static AccreditationRegister Empty { get; } = new();

    private ImmutableDictionary<Guid, AccreditationCase> ById { get; init; } = ImmutableDictionary<Guid, AccreditationCase>.Empty;

    private ImmutableDictionary<Guid, ImmutableList<Guid>> BySubject { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guid>>.Empty;

    private ImmutableList<Guid> Order { get; init; } = [];

    private ImmutableList<Guid> OfOrganisation { get; init; } = [];

    /// <summary>In the order they were applied for.</summary>
    public IEnumerable<AccreditationCase> All => Order.Select(id => ById[id]);

    public AccreditationCase? Find(Guid id) => ById.GetValueOrDefault(id);

    /// <summary>Those of organisations: few, and asked for by what an organisation is part of.</summary>
    public IEnumerable<AccreditationCase> OfOrganisations => OfOrganisation.Select(id => ById[id]);

    /// <summary>Those of one subject, in the order they were applied for.</summary>
    public IEnumerable<AccreditationCase> Of(Guid subject) => BySubject.GetValueOrDefault(subject, []).Select(id => ById[id]);

    public AccreditationRegister Apply(Placed placed) => placed.Fact switch
    {
        AccreditationAppliedFor f => Find(f.Accreditation) is null
            ? New(new AccreditationCase(f.Accreditation, f.Kind, f.Subject, f.Activities, f.AppliedOn)) : this,
        AccreditationMoved f => Changed(f.Accreditation, c => c.With(new(f.Stage, f.From, f.Until, f.Activities, f.Assessor, f.Conditions))),
        AccreditationAssessed f => Changed(f.Accreditation, c => c.With(c.Last with { From = f.On, Assessor = f.Assessor, IsAssessment = true })),
        AccreditationSuspended f => Changed(f.Accreditation, c => c.With(new(AccreditationStage.Suspended, f.From, null, [], null, null))),
        AccreditationSuspensionLifted f => Changed(f.Accreditation,
            c => c.BeforeSuspension is { } before ? c.With(before with { From = f.From, IsAssessment = false }) : c),
        AccreditationWithdrawn f => Changed(f.Accreditation, c => c.With(new(AccreditationStage.Withdrawn, f.From, null, [], null, null))),
        AccreditationMoveTakenBack f => Changed(f.Accreditation, c => c.Moves.Count > 1 ? c with { Moves = c.Moves.RemoveAt(c.Moves.Count - 1) } : c),
        _ => this,
    };

    private AccreditationRegister New(AccreditationCase accreditation) => this with
    {
        ById = ById.Add(accreditation.Id, accreditation),
        Order = Order.Add(accreditation.Id),
        OfOrganisation = accreditation.Kind == AccreditedKind.Organisation ? OfOrganisation.Add(accreditation.Id) : OfOrganisation,
        BySubject = BySubject.SetItem(accreditation.Subject, BySubject.GetValueOrDefault(accreditation.Subject, []).Add(accreditation.Id)),
    };

    private AccreditationRegister Changed(Guid id, Func<AccreditationCase, AccreditationCase> change) =>
        Find(id) is { } accreditation ? this with { ById = ById.SetItem(id, change(accreditation)) } : this;
}
