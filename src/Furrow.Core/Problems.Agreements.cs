namespace Furrow.Core;

/// <summary>Refusals about instruments and clauses, and why a clause gives no right to act.</summary>
public static partial class Problems
{
    public static Problem AgreementNameShared(string name, string these) => new("agreement-name-shared",
        $"Several agreements are called '{Short(name)}': {these}. Write the name with the day it was signed, or the id.", 409);

    public static Problem AgreementNameBlank() =>
        new("agreement-name-blank", $"The name of an agreement needs letters that can be read.", 400, new ProblemPlace(null, null, "name"));

    public static Problem AgreementWithoutParty() =>
        new("agreement-without-party", $"Somebody concluded it: name an organisation or a country.", 400, new ProblemPlace(null, null, "parties"));

    public static Problem AgreementEndsBeforeItBegins(string name) =>
        new("agreement-ends-before-it-begins", $"'{name}' would end before it is in force.", 400, new ProblemPlace(null, null, "until"));

    public static Problem AgreementNeverInForce(string name) =>
        new("agreement-never-in-force", $"'{name}' is not in force on any day that is known: say since when, before it is ended.", 409);

    public static Problem AgreementNotEnded(string name) => new("agreement-not-ended", $"'{name}' was not ended.", 409);

    public static Problem AgreementLinkKnown(string name, string other) =>
        new("agreement-link-known", $"That is known already of '{name}' and '{other}'.", 409);

    public static Problem AgreementLinkUnknown(string name, string other) =>
        new("agreement-link-unknown", $"'{name}' does not stand to '{other}' in that way.", 404);

    public static Problem AgreementRestsOnItself(string name) =>
        new("agreement-rests-on-itself", $"Then '{name}' would come back to itself, through what it rests on, amends or replaces.", 409);

    public static Problem ClauseNumberBlank() =>
        new("clause-number-blank", $"A clause needs the number that the agreement gives it.", 400, new ProblemPlace(null, null, "number"));

    public static Problem ClauseEndsBeforeItBegins(string number) =>
        new("clause-ends-before-it-begins", $"Clause {number} would end before it begins.", 400, new ProblemPlace(null, null, "until"));

    public static Problem ClauseActivityAmiss() => new("clause-activity-amiss",
        $"A clause on what a partner may do names the activity, and no other clause does.", 400, new ProblemPlace(null, null, "activity"));

    public static Problem ClausePromiseAmiss() => new("clause-promise-amiss",
        $"A promise says what is promised and how much, and no other clause does.", 400, new ProblemPlace(null, null, "promised"));

    public static Problem CurrencyAmiss() => new("currency-amiss",
        $"Money has a currency, three letters as in ISO 4217, and nothing else has.", 400, new ProblemPlace(null, null, "currency"));

    public static Problem QuantityMissing() => new("quantity-missing", $"Say how much: more than nothing.", 400, new ProblemPlace(null, null, "quantity"));

    public static Problem ClausePartnerNoParty(string organisation, string agreement) => new("clause-partner-no-party",
        $"Neither '{organisation}' nor its state nor what it is part of is a party of '{agreement}'. Add the party first.", 409,
        new ProblemPlace(null, null, "partners"));

    public static Problem ClauseNotWithdrawn(string number) => new("clause-not-withdrawn", $"Clause {number} was not withdrawn.", 409);

    public static Problem ClauseNoPromise(string number) => new("clause-no-promise", $"Clause {number} promises nothing.", 409);

    public static Problem ClauseHasDeliveries(string number) =>
        new("clause-has-deliveries", $"Something was delivered under clause {number}: it stays a promise.", 409, new ProblemPlace(null, null, "kind"));

    public static Problem DeliveryMoreThanThere(string number) => new("delivery-more-than-there",
        $"Under clause {number} more would be lost or retired on some day than had come by then.", 409, new ProblemPlace(null, null, "quantity"));

    public static Problem RightWithoutClause(string organisation) => new("right-without-clause",
        $"No clause lets '{organisation}' do this. Record the agreement and the clause it acts under.", 409);

    public static Problem RightWithoutMandate(string organisation) => new("right-without-mandate",
        $"No mandate lets '{organisation}' do this. Record the law or decree by which it acts.", 409);

    public static Problem RightOfClosed(string organisation, DateOnly on) => new("right-of-closed",
        $"'{organisation}' does not work here since {on}. Open it again, if it does.", 409);

    public static Problem RightOfDeclaration(string agreement, string clause) => new("right-of-declaration",
        $"Clause {clause} of '{agreement}': a declaration gives no right to act. An arrangement that rests on it can.", 409);

    public static Problem RightOnlyByMandate(string organisation, string agreement, string clause) => new("right-only-by-mandate",
        $"Clause {clause} of '{agreement}': '{organisation}' is a national body and acts by mandate alone. Record its law or decree.", 409);

    public static Problem RightNotByMandate(string organisation, string agreement, string clause) => new("right-not-by-mandate",
        $"Clause {clause} of '{agreement}': a mandate is for national bodies, which '{organisation}' is not. Record the agreement it acts under.", 409);

    public static Problem RightNotInForce(string agreement, string clause) => new("right-not-in-force",
        $"Clause {clause} of '{agreement}': nobody has recorded that the agreement is in force. Record since when it is.", 409);

    public static Problem RightNotYet(string agreement, string clause, DateOnly from) => new("right-not-yet",
        $"Clause {clause} of '{agreement}' holds from {from}.", 409);

    public static Problem RightEnded(string agreement, string clause, DateOnly last) => new("right-ended",
        $"Clause {clause} of '{agreement}' held until {last}. Extend it, or conclude another.", 409);

    public static Problem RightWithdrawn(string agreement, string clause, DateOnly on) => new("right-withdrawn",
        $"Clause {clause} of '{agreement}' was withdrawn on {on}.", 409);

    public static Problem RightElsewhere(string agreement, string clause, string places) => new("right-elsewhere",
        $"Clause {clause} of '{agreement}' holds only for: {places}.", 409);
}
