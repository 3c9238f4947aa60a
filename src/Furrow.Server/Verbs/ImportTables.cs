using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Server.Imports;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>A plan in words: how columns are read, the rows, the account, the groups to judge, and what was done.</summary>
internal static class ImportTables
{
    public static void Print(VerbRun run, ImportPlan plan, ImportResult? applied, bool everyRow)
    {
        run.Say($"{plan.File}: {plan.Format}, sha256 {plan.FileSha256[..16]}…");
        foreach (var warning in plan.Warnings)
        {
            run.Say("assumed: " + warning);
        }

        if (applied is null)
        {
            Columns(run, plan);
            Rows(run, plan, everyRow);
        }

        Groups(run, plan.Groups);
        Account(run, plan);
        run.Say(Outcome(plan, applied));
    }

    private static void Columns(VerbRun run, ImportPlan plan)
    {
        if (plan.Proposal is not { } proposal)
        {
            return;
        }

        var table = VerbRun.NewTable("column", "read as", "why", "for example");
        foreach (var column in proposal.Columns)
        {
            table.AddRow(Markup.Escape(column.Column), column.Field ?? "–", column.Why, Markup.Escape(string.Join(" | ", column.Samples)));
        }

        run.Show(table);
    }

    /// <summary>A verdict for every row; runs of rows with nothing to tell share a line.</summary>
    private static void Rows(VerbRun run, ImportPlan plan, bool everyRow)
    {
        var rows = plan.Rows;
        for (var i = 0; i < rows.Count; i++)
        {
            var last = i;
            while (!everyRow && last + 1 < rows.Count && IsPlain(rows[i]) && IsPlain(rows[last + 1]) && rows[last + 1].Verdict == rows[i].Verdict)
            {
                last++;
            }

            run.Say(last > i ? $"rows {rows[i].Row}–{rows[last].Row}: {Word(rows[i].Verdict)}" : $"row {rows[i].Row}: {Line(rows[i])}");
            i = last;
        }
    }

    private static bool IsPlain(RowVerdict row) => row.Problem is null && row.Repairs.Count == 0 && row.Notes.Count == 0;

    private static string Line(RowVerdict row)
    {
        var what = row.Problem is { } problem ? $"{problem.Sentence} [{problem.Code}]"
            : string.Join(" ", row.Repairs.Select(r => $"{r.Sentence} ({Change(r.AreaChangeSquareMetres)} m²)").Concat(row.Notes));
        return Word(row.Verdict) + (what.Length > 0 ? ": " + what : "");
    }

    private static string Change(double squareMetres) => squareMetres.ToString("+#,0.##;−#,0.##;0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.WithoutPolygon => "accepted without polygon",
        Verdict.AlreadyHere => "already here",
        _ => Names.Of(verdict),
    };

    private static void Groups(VerbRun run, IReadOnlyList<FindingGroup> groups)
    {
        if (groups.Count == 0)
        {
            return;
        }

        run.Say($"{groups.Count} groups of findings to judge:");
        var table = VerbRun.NewTable("severity", "check", "cause", ">findings", ">m²", "for example");
        foreach (var group in groups)
        {
            table.AddRow(Names.Of(group.Severity), group.Check.Code, Markup.Escape(group.Cause), Names.Count(group.Count), AreaText.Whole(group.AreaMicro),
                Markup.Escape(group.Examples is [var example, ..] ? $"{example.ReportCode}: {example.Sentence}" : ""));
        }

        run.Show(table);
    }

    private static void Account(VerbRun run, ImportPlan plan)
    {
        var account = plan.Account;
        run.Say($"{Names.Count(account.Read)} rows read = {Names.Count(account.Accepted)} accepted + {Names.Count(account.Repaired)} repaired "
            + $"({Change(account.RepairedChangeSquareMetres)} m²) + {Names.Count(account.WithoutPolygon)} accepted without polygon + "
                + $"{Names.Count(account.Refused)} refused"
            + (account.AlreadyHere > 0 ? $" + {Names.Count(account.AlreadyHere)} already here" : "") + ".");
    }

    private static string Outcome(ImportPlan plan, ImportResult? applied) => applied switch
    {
        null => "A dry run: nothing was written. Add --apply to commit it.",
        { Batch: null } => "Nothing was added: every row is here already.",
        { Acceptance: { } number } => $"Batch {applied.Batch}: {Names.Count(applied.Reports)} reports, accepted as acceptance {number}.",
        _ => $"Batch {applied.Batch}: {Names.Count(applied.Reports)} reports wait for review. Somebody else checks and accepts them: "
            + $"furrow review check --batch {applied.Batch}, then furrow review accept --batch {applied.Batch}",
    };
}
