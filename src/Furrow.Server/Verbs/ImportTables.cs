using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Server.Answers;
using Furrow.Server.Imports;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>A plan in words: the account of the rows, the groups to judge, how columns are read, the rows a person should look at, and what was done. What
/// matters for the whole file comes first and last: rows may be many.</summary>
internal static class ImportTables
{
    /// <param name="rows">Rows to print of each verdict a person should look at; a file that has no more is printed row by row.</param>
    public static void Print(VerbRun run, ImportPlan plan, ImportResult? applied, int rows)
    {
        run.Say($"{plan.File}: {plan.Format}, sha256 {plan.FileSha256[..16]}…");
        foreach (var warning in plan.Warnings)
        {
            run.Say("assumed: " + warning);
        }

        DictionaryTables.Print(run, plan.Dictionary, DictionaryTables.ConfirmImport);
        Account(run, plan);
        RefusalTables.Print(run, plan);
        Groups(run, plan.Groups);
        if (applied is null)
        {
            if (rows >= plan.Rows.Count)
            {
                EveryRow(run, plan);
            }
            else if (rows > 0)
            {
                RowsToLookAt(run, plan, rows);
            }
        }

        run.Say(Outcome(plan, applied));
    }

    private static void EveryRow(VerbRun run, ImportPlan plan)
    {
        foreach (var row in plan.Rows)
        {
            run.Say($"row {row.Row}: {Line(row)}");
        }
    }

    /// <summary>What a person should look at: rows that were refused, mended or taken without polygon, and those with a note. What is in order, or here
    /// already, is only counted.</summary>
    private static void RowsToLookAt(VerbRun run, ImportPlan plan, int most)
    {
        foreach (var verdict in (Verdict[])[Verdict.Refused, Verdict.NoReport, Verdict.Repaired, Verdict.WithoutPolygon, Verdict.Accepted])
        {
            var rows = plan.Rows.Where(r => r.Verdict == verdict && (verdict != Verdict.Accepted || r.Notes.Count > 0)).ToList();
            foreach (var row in rows.Take(most))
            {
                run.Say($"row {row.Row}: {Line(row)}");
            }

            if (rows.Count > most)
            {
                var what = Word(verdict) + (verdict == Verdict.Accepted ? " with a note" : "");
                run.Say($"… {Names.Count(rows.Count - most)} more {what}; --rows all prints every row, --verdicts FILE writes them to a table, --json gives all.");
            }
        }
    }

    private static string Line(RowVerdict row)
    {
        var what = row.Problem is not null ? string.Join(" ", [.. row.Refusals.Select(p => $"{p.Sentence} [{p.Code}]"), .. row.Repairs.Select(r => r.Sentence)])
            : string.Join(" ", row.Repairs.Select(r => r.Sentence).Concat(Areas(row)).Concat(row.Notes.Select(n => n.ToString())));
        return Word(row.Verdict) + (what.Length > 0 ? ": " + what : "");
    }

    /// <summary>From what to what the repairs changed the area.</summary>
    private static IEnumerable<string> Areas(RowVerdict row)
    {
        if (Math.Abs(row.AreaChangeSquareMetres) >= 0.005)
        {
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"Rings as drawn: {row.DrawnSquareMetres:#,0.##} m² by the area formula; land taken: {AreaText.SquareMetres(row.AreaMicro):#,0.##} m² "
                + $"({Change(row.AreaChangeSquareMetres)} m²).");
        }
    }

    private static string Change(double squareMetres) => squareMetres.ToString("+#,0.##;−#,0.##;0", System.Globalization.CultureInfo.InvariantCulture);

    internal static string Word(Verdict verdict) => verdict switch
    {
        Verdict.WithoutPolygon => "accepted without polygon",
        Verdict.AlreadyHere => "already here",
        Verdict.NoReport => "no report",
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

    private static string Places(RowAccount account) => account.WithoutPolygon == 0 ? ""
        : $" ({Names.Count(account.WithPoint)} with a point, {Names.Count(account.ByPlace)} by place, {Names.Count(account.Nowhere)} nowhere)";

    private static void Account(VerbRun run, ImportPlan plan)
    {
        var account = plan.Account;
        run.Say($"{Names.Count(account.Read)} rows read = {Names.Count(account.Accepted)} accepted + {Names.Count(account.Repaired)} repaired "
            + $"({Change(account.RepairedChangeSquareMetres)} m²) + {Names.Count(account.WithoutPolygon)} accepted without polygon{Places(account)} + "
                + $"{Names.Count(account.Refused)} refused"
            + (account.Waiting > 0 ? $" ({Names.Count(account.Waiting)} of them wait for a person's word; see --take-in-doubt)" : "")
            + (account.AlreadyHere > 0 ? $" + {Names.Count(account.AlreadyHere)} already here" : "")
            + (account.NoReport > 0 ? $" + {Names.Count(account.NoReport)} that state nothing and make no report" : "") + ".");
        if (account.Reports != account.Taken)
        {
            run.Say($"{Names.Count(account.Taken)} rows make {Names.Count(account.Reports)} reports.");
        }
    }

    private static string Outcome(ImportPlan plan, ImportResult? applied) => applied switch
    {
        null => plan.Dictionary.Open.Count == 0 ? "A dry run: nothing was written. Add --apply to commit it."
            : $"Nothing was written, and nothing is applied before all readings are said or confirmed; open: {Names.Count(plan.Dictionary.Open.Count)}.",
        { Batch: null } => plan.Account.NoReport == 0 ? "Nothing was added: every row is here already."
            : "Nothing was added: every row is here already or states nothing.",
        { Acceptance: { } number } => $"Batch {applied.Batch}: {Names.Count(applied.Reports)} reports, accepted as acceptance {number}.",
        _ => $"Batch {applied.Batch}: {Names.Count(applied.Reports)} reports wait for review. Somebody else checks and accepts them: "
            + $"furrow review check --batch {applied.Batch}, then furrow review accept --batch {applied.Batch}",
    };
}
