using Furrow.Core.Accounts;
using Furrow.Core.Log;

namespace Examples;

/// <summary>The account was that of whoever acts in the planted programme; it is nobody's any more, and the door stays shut.</summary>
internal sealed class AccountExamples : SubjectExamples
{
    public override IEnumerable<IFact> Facts => [new AccountBound(Id(201), Id(65)), new AccountUnbound(Id(201))];
}
