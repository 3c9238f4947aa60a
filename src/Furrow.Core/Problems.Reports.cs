namespace Furrow.Core;

/// <summary>Refusals about reports, batches and figures.</summary>
public static partial class Problems
{
    public static Problem ReportUnknown(Guid id) => new("report-unknown", $"There is no report {id}.", 404);

    public static Problem ReportCodeUnknown(string code) => new("report-code-unknown", $"There is no report with the code or id \"{code}\".", 404);

    public static Problem ReportKnown(Guid id) => new("report-known", $"Report {id} was received before. A report is never edited: send a correction.", 409);

    public static Problem ReportCodeTaken(string code, Guid holder) =>
        new("report-code-taken", $"The code \"{code}\" belongs to report {holder} (blanks and case do not make another code).", 409);

    public static Problem ReportFieldMissing(string field, Phrase why) => new("report-field-missing", why, Where: new ProblemPlace(null, null, field));

    public static Problem ReportFieldWrong(string field, Phrase why) => new("report-field-wrong", why, Where: new ProblemPlace(null, null, field));

    public static Problem ReportNotWaiting(string code, string status) =>
        new("report-not-waiting", $"Report {code} is {new Word(status)}: only a report that waits for review can be decided.", 409);

    public static Problem ReportOwnAcceptance() =>
        new("report-own-acceptance", $"Whoever submitted a report may not accept it: somebody else must. Only a baseline archive may be accepted in the "
            + $"name of the person importing it.", 403);

    public static Problem ReportOwnCheck() => new("report-own-check",
        $"Whoever submitted a report may not check it: somebody else must. Only a baseline archive may be checked in the name of the person importing it.", 403);

    public static Problem ReportNotChecked(string code) => new("report-not-checked",
        $"Nobody has checked report {code} yet: look it over with its findings and check it first.", 409);

    public static Problem NothingToCheck() => new("nothing-to-check", $"No report waits there to be checked.", 409);

    public static Problem ReportNotHead(string code, Guid head, string headCode) =>
        new("report-not-head", $"Report {code} is not the one that counts now: name the one that does, {headCode} ({head}).", 409);

    public static Problem ReportHasNoHead(string code) =>
        new("report-has-no-head", $"Report {code} does not count now (it waits, was rejected or was withdrawn), so there is nothing to correct or "
            + $"withdraw.", 409);

    public static Problem ReportWithdrawalFinal(string code) =>
        new("report-withdrawal-final", $"{code} is a withdrawal: it cannot be corrected. Withdraw it, and what it took away counts again.", 409);

    public static Problem ReasonMissing(string act) => new("reason-missing", $"A reason is needed to {new Word(act)}.");

    public static Problem NothingToAccept() => new("nothing-to-accept", $"No report waits there, so there is nothing to accept.", 409);

    public static Problem BatchUnknown(string batch) => new("batch-unknown", $"There is no batch {batch}.", 404);

    public static Problem BatchKnown(Guid batch) => new("batch-known", $"Batch {batch} was received before.", 409);

    public static Problem BatchUndoneBefore(Guid batch, int acceptance) =>
        new("batch-undone-before", $"Batch {batch} was taken back by acceptance {acceptance}.", 409);

    public static Problem BatchRestedOn(Phrase code, Phrase by, Guid byId) =>
        new("batch-rested-on", $"The batch cannot be undone: {by} ({byId}) depends on its {code}. Withdraw that first.", 409);

    public static Problem FigureUnknown(string figure) => new("figure-unknown", $"There is no published figure {figure}.", 404);

    public static Problem FigureBroken(Guid figure) => new("figure-broken", $"The file of figure {figure} is not the one whose hash was published.", 500);

    public static Problem FigureKnownAtAhead(int knownAt, int last) =>
        new("figure-known-at-ahead", $"Acceptance {knownAt} has not happened: the last one is {last}.", 409);
}
