using System.CommandLine;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Server.Answers;
using Furrow.Server.Reports;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>The whole review of one report: who submitted, checked, returned, accepted it, when and why, and what became of it.</summary>
internal sealed class ReviewHistoryVerb : Verb
{
    private readonly Argument<string> _report = new("REPORT") { Description = "Its code or id." };

    public override string Name => "history";

    public override string Summary => "The whole review of one report: who submitted, checked and decided, when and why, and what became of it since.";

    protected override void Describe(Command command) => command.Add(_report);

    protected override int Run(VerbRun run) => run.Ask(state =>
    {
        var named = run.Get(_report)!;
        var found = NamedReports.Find(state.Book, named);

        // Who took it away is asked by the code in people's hands.
        if ((found.IsRefused ? state.Book.FindLastByCode(named) : state.Book.Find(found.Value)) is not { } entry)
        {
            return run.Refuse(found.Problem!);
        }

        if (run.IsJson)
        {
            run.SayJson(new { exercise = state.IsExercise, id = entry.Id, code = entry.Packed.Code, status = Names.Of(entry.Status),
                review = ReviewText.Json(run.Reader, state, entry.Id) });
            return Done;
        }

        var table = VerbRun.NewTable("when", "what", "who", "acceptance", "by report", "why");
        foreach (var line in ReviewHistory.Of(state.Book, entry))
        {
            table.AddRow(run.Time.Minute(line.Act.At), ReviewText.What(line.What), Markup.Escape(run.Reader.NameOf(line.Act.Person)),
                line.Acceptance is { } n ? Names.Count(n) : "",
                line.Through?.ToString("D")[..8] ?? "", Markup.Escape(run.Reader.ReasonOf(line.Act) ?? ""));
        }

        run.Say($"{entry.Packed.Code}, {entry.Id}: {Names.Of(entry.Status)}");
        run.Show(table);
        return Done;
    });
}

/// <summary>A review as answers print it.</summary>
internal static class ReviewText
{
    /// <summary>"sent again" for SentAgain.</summary>
    public static string What(ReviewAct act) => Names.Of(act).Replace('-', ' ');

    /// <summary>"submitted by Ann, checked by Cyn, accepted by Bea (3)"; empty for a report nobody knows.</summary>
    public static string InOneLine(Reader reader, ProgrammeState state, Guid report) => string.Join(", ", Lines(state, report)
        .Select(l => $"{What(l.What)} by {reader.NameOf(l.Act.Person)}{(l.Acceptance is { } n ? $" ({Names.Count(n)})" : "")}"));

    public static IEnumerable<object> Json(Reader reader, ProgrammeState state, Guid report) =>
        Lines(state, report).Select(line => Json(reader, line));

    /// <summary>Reasons are free text and restricted (docs/tiers.md); an answer about a place is passed on, and goes without them.</summary>
    public static IEnumerable<object> JsonWithoutReasons(Reader reader, ProgrammeState state, Guid report) =>
        Lines(state, report).Select(l => new { act = Names.Of(l.What), by = reader.NameOf(l.Act.Person), at = l.Act.At,
            acceptance = l.Acceptance, report = l.Through });

    public static object Json(Reader reader, ReviewLine line) => new
    {
        act = Names.Of(line.What),
        by = reader.NameOf(line.Act.Person),
        at = line.Act.At,
        reason = reader.ReasonOf(line.Act),
        acceptance = line.Acceptance,
        report = line.Through,
    };

    private static IReadOnlyList<ReviewLine> Lines(ProgrammeState state, Guid report) =>
        state.FindReport(report) is { } entry ? ReviewHistory.Of(state.Book, entry) : [];
}
