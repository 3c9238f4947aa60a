using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>What somebody wants to do.</summary>
/// <param name="Place">The name of the place; null where it is not known, and then clauses for some places alone do not help.</param>
public sealed record RightAsked(Guid Organisation, Activity Activity, DateOnly Day, string? Place = null);

/// <summary>Which clause lets them, or every reason why none does.</summary>
/// <param name="By">The clause to cite; null: none.</param>
/// <param name="WhyNot">Empty where one does. Each names the clause and what would mend it.</param>
public sealed record RightAnswer(RightAsked Asked, Clause? By, IReadOnlyList<Problem> WhyNot)
{
    public bool IsGiven => By is not null;
}

/// <summary>May this organisation do this, here, on this day? Answered from clauses alone. A declaration gives no right to act, whatever it says; national
/// bodies act by mandate, everybody else by a clause of an instrument they are party to, in force on that day.</summary>
public static class OperationalRight
{
    private static readonly HashSet<OrganisationKind> National =
    [
        OrganisationKind.NationalAuthority, OrganisationKind.StateOperator, OrganisationKind.QualityBody, OrganisationKind.Ministry,
        OrganisationKind.LocalAuthority,
    ];

    /// <summary>Whether such a body acts by law or decree of its own state.</summary>
    public static bool IsNational(Organisation organisation) => National.Contains(organisation.Kind);

    /// <param name="asked">Its organisation is registered.</param>
    public static RightAnswer Ask(IKnown known, RightAsked asked)
    {
        var (organisations, agreements) = (known.Of<OrganisationRegister>(), known.Of<AgreementRegister>());
        var organisation = organisations.StandingFor(organisations.Find(asked.Organisation)!);
        if (organisation.ClosedOn <= asked.Day)
        {
            return new(asked, null, [Problems.RightOfClosed(organisation.Name, organisation.ClosedOn!.Value)]);
        }

        var whyNot = new List<Problem>();
        foreach (var agreement in agreements.All)
        {
            foreach (var clause in agreements.ClausesOf(agreement.Id)
                .Where(c => c.Kind == ClauseKind.Activity && c.Activity == asked.Activity && Partners.Has(known, agreement, c, organisation)))
            {
                if (WhyNot(agreement, clause, organisation, asked) is not { } problem)
                {
                    return new(asked, clause, []);
                }

                whyNot.Add(problem);
            }
        }

        return new(asked, null, whyNot.Count > 0 ? whyNot
            : [IsNational(organisation) ? Problems.RightWithoutMandate(organisation.Name) : Problems.RightWithoutClause(organisation.Name)]);
    }

    private static Problem? WhyNot(Agreement agreement, Clause clause, Organisation organisation, RightAsked asked) =>
        !agreement.IsOperational ? Problems.RightOfDeclaration(agreement.Name, clause.Number)
        : IsNational(organisation) != (agreement.Kind == AgreementKind.Mandate) ? IsNational(organisation)
            ? Problems.RightOnlyByMandate(organisation.Name, agreement.Name, clause.Number)
            : Problems.RightNotByMandate(organisation.Name, agreement.Name, clause.Number)
        : agreement.InForceOn is not { } first ? Problems.RightNotInForce(agreement.Name, clause.Number)
        : asked.Day < first ? Problems.RightNotYet(agreement.Name, clause.Number, first)
        : agreement.LastDay < asked.Day ? Problems.RightEnded(agreement.Name, clause.Number, agreement.LastDay!.Value)
        : clause.From > asked.Day ? Problems.RightNotYet(agreement.Name, clause.Number, clause.From!.Value)
        : clause.Until < asked.Day ? Problems.RightEnded(agreement.Name, clause.Number, clause.Until!.Value)
        : clause.WithdrawnOn <= asked.Day ? Problems.RightWithdrawn(agreement.Name, clause.Number, clause.WithdrawnOn!.Value)
        : clause.Places.Count > 0 && (asked.Place is not { } place || !clause.Places.Any(p => Codes.AreSame(p, place)))
            ? Problems.RightElsewhere(agreement.Name, clause.Number, string.Join(", ", clause.Places))
        : null;
}
