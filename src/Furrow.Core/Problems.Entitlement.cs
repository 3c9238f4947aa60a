namespace Furrow.Core;

/// <summary>Why somebody is not entitled to some work: each names what would mend it, and no person.</summary>
public static partial class Problems
{
    public static Problem EntitlementOfNobody(string who) => new("entitlement-of-nobody",
        $"No team, dog-handler pair or person is called '{Short(who)}'.", 404, new ProblemPlace(null, null, "who"));

    public static Problem EntitlementNotKnownThen(DateOnly then) => new("entitlement-not-known-then", $"It was not known yet on {then}.", 404);

    public static Problem EmergencyOfWhom(string subject) => new("emergency-of-whom",
        $"'{subject}' cannot be called out: a team or a person can.", 409, new ProblemPlace(null, null, "subject"));

    public static Problem EmergencyOfOneself() => new("emergency-of-oneself", $"Nobody calls out themselves: name the officer who gave the order.", 409,
        new ProblemPlace(null, null, "officer"));

    public static Problem EmergencyClosed(DateOnly on) => new("emergency-closed", $"The order for {on} is closed already.", 409);

    public static Problem EmergencyByOfficer() => new("emergency-by-officer", $"Somebody other than the officer who gave the order regularises it.", 409);

    public static Problem EntitlementTeamNotThere(string team, DateOnly on) => new("entitlement-team-not-there",
        $"Team '{team}' is not there on {on}. Mend since when it is, or take back its disbanding.", 409);

    public static Problem EntitlementServesNobody(DateOnly on) => new("entitlement-serves-nobody",
        $"Serves no organisation on {on}. Record whom they serve, or the team they are in.", 409);

    public static Problem EntitlementUninsured(DateOnly on) => new("entitlement-uninsured", $"Not insured on {on}. Insure them, and record it.", 409);

    public static Problem EntitlementStoodDown(DateOnly last, int days) => new("entitlement-stood-down",
        $"Last worked or tested on {last}, more than {days} days before. Test them, and record the certificate.", 409);

    public static Problem EntitlementNeverWorked(int days) => new("entitlement-never-worked",
        $"No day of work and no certificate is recorded, and who has not worked for {days} days needs a test. Record the days, or the certificate.", 409);

    public static Problem EntitlementByPair() => new("entitlement-by-pair", $"Work with dogs is entitled by pair, not by person. Ask for the pair.", 409);

    public static Problem EntitlementTurnover(string team, double share, DateOnly assessed, double most) => new("entitlement-turnover",
        $"Of team '{team}' {share:0.#} % came since it was assessed on {assessed}, and {most:0.#} % are let. Assess it on site.", 409);

    public static Problem EntitlementWithoutPair(string team) => new("entitlement-without-pair",
        $"Team '{team}' has no dog-handler pair that may work. Form one with a handler of the team, or mend what stands in the way of those there are.", 409);

    public static Problem EntitlementWithoutProcedure(string organisation) => new("entitlement-without-procedure",
        $"'{organisation}' has no procedure in use that is accredited for this work. Have one accredited.", 409);

    public static Problem EntitlementPairApart(string pair, DateOnly on) => new("entitlement-pair-apart",
        $"'{pair}' do not work together on {on}. Form the pair anew.", 409);

    public static Problem EntitlementPairUntested(string pair) => new("entitlement-pair-untested", $"'{pair}' were never tested. Test them, and record it.", 409);

    public static Problem EntitlementPairFailed(string pair, DateOnly on) => new("entitlement-pair-failed",
        $"'{pair}' failed the test on {on}. Train and test them again.", 409);

    public static Problem EntitlementPairTestOver(string pair, DateOnly on, int days) => new("entitlement-pair-test-over",
        $"The test of '{pair}' on {on} counts for {days} days. Test them again.", 409);

    public static Problem EntitlementPairStoodDown(string pair, DateOnly last, int days) => new("entitlement-pair-stood-down",
        $"'{pair}' last worked or were tested on {last}, more than {days} days before. Test them again.", 409);

    public static Problem ManningShort(Word those, int have, int needed) => new("manning-short",
        $"Of {those} who may take part the team has {have} and needs {needed}. Have others join, or mend what stands in the way of those there are.", 409);

    public static Problem ManningShortOfLevel(Word level, int have, int needed) => new("manning-short-of-level",
        $"Of people qualified for {level} who may take part the team has {have} and needs {needed}. Have others join, or renew what lapsed.", 409);

    public static Problem AccreditationMissing(string subject) =>
        new("accreditation-missing", $"'{subject}' is not accredited for this work. Apply for it.", 409);

    public static Problem AccreditationUndecided(string subject) =>
        new("accreditation-undecided", $"The accreditation of '{subject}' for this work is not decided. Take it on.", 409);

    public static Problem AccreditationLapsedAfter(string subject, DateOnly last) =>
        new("accreditation-lapsed-after", $"The accreditation of '{subject}' for this work held until {last}. Renew it.", 409);

    public static Problem AccreditationSuspendedSince(string subject, DateOnly from) => new("accreditation-suspended-since",
        $"The accreditation of '{subject}' for this work is suspended since {from}. Lift the suspension, once its reason is gone.", 409);

    public static Problem AccreditationWithdrawnSince(string subject, DateOnly from) => new("accreditation-withdrawn-since",
        $"The accreditation of '{subject}' for this work was withdrawn on {from}. Apply for it anew.", 409);

    public static Problem AccreditationRefusedOn(string subject, DateOnly on) => new("accreditation-refused-on",
        $"The accreditation of '{subject}' for this work was refused on {on}. Apply for it anew.", 409);
}
