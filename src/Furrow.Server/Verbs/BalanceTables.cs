using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Server.Answers;
using Spectre.Console;

namespace Furrow.Server.Verbs;

/// <summary>The balance as tables of whole m².</summary>
internal static class BalanceTables
{
    public static void Print(VerbRun run, BalanceAnswer balance, string? word)
    {
        var question = balance.Question;
        var period = $"as of {Names.Iso(question.AsOf)}{(question.From is { } from ? " from " + Names.Iso(from) : "")}";
        run.Say($"Land ledger, {Kinds.NameOf(question.Kind)}, {period}, known at acceptance {balance.KnownAt}. m².");
        var accounts = VerbRun.NewTable("status", ">opening", ">change", ">closing", ">hazardous areas");
        foreach (var account in balance.Accounts)
        {
            accounts.AddRow(Statuses.NameOf(account.Status), AreaText.Whole(account.OpeningMicro), Names.Change(account.ClosingMicro - account.OpeningMicro),
                AreaText.Whole(account.ClosingMicro), Names.Count(account.HazardousAreas));
        }

        run.Show(accounts);
        run.Show(Flows(balance.Flows));
        if (word is not null)
        {
            run.Say($"By {word}{(question.Places is { } places ? $", boundaries of {places}" : "")}:");
            run.Show(Rows(balance, word));
            if (AreaText.Whole(balance.SharedMicro) is var shared and not "0")
            {
                run.Say($"{shared} m² lie in more than one of these places: they are counted once, in the first of them that the file of boundaries names.");
            }
        }

        run.Say($"Without polygon: {Names.Count(balance.Unlocated.Records)} records ({Names.Count(balance.Unlocated.WithPoint)} with a point, "
            + $"{Names.Count(balance.Unlocated.ByPlace)} by place, {Names.Count(balance.Unlocated.Nowhere)} nowhere), {Names.Count((long)balance.Unlocated.StatedSquareMetres)} m² stated, "
            + $"{Names.Count(balance.Unlocated.RecordsWithoutStatedArea)} without a stated area.");
        var count = balance.Count;
        run.Say($"Hazardous areas: {Names.Count(count.Opening)} open at the start + {Names.Count(count.Opened)} opened − "
            + $"{Names.Count(count.Closed)} closed = {Names.Count(count.Closing)}.");
        run.Say(balance.TrialBalanceMicro == 0
            ? "Trial balance: 0. The books close."
            : $"Trial balance: {AreaText.SquareMetres(balance.TrialBalanceMicro)} m². THE BOOKS DO NOT CLOSE: tell the developers.");
    }

    private static Table Flows(IReadOnlyList<BalanceFlow> flows)
    {
        var table = VerbRun.NewTable("from", "to", "heading", ">m²");
        foreach (var flow in flows)
        {
            table.AddRow(Statuses.NameOf(flow.From), Statuses.NameOf(flow.To), flow.Baseline ? $"baseline, {Names.Of(flow.Heading)}" : Names.Of(flow.Heading),
                AreaText.Whole(flow.AreaMicro));
        }

        return table;
    }

    private static Table Rows(BalanceAnswer balance, string word)
    {
        var statuses = Statuses.Names.Where(n => balance.Rows.Any(r => r.Accounts.Any(a => a.Status == n.Status && a.ClosingMicro != 0))).ToList();
        var table = VerbRun.NewTable([word, .. statuses.Select(s => ">" + s.Name)]);
        foreach (var row in balance.Rows)
        {
            table.AddRow([Markup.Escape(row.Label), .. statuses
                .Select(s => AreaText.Whole(row.Accounts.Where(a => a.Status == s.Status).Sum(a => a.ClosingMicro)))]);
        }

        if (balance.Question.By == BalanceGroup.Kind)
        {
            table.AddRow([Kinds.NameOf(balance.Question.Kind), .. statuses
                .Select(s => AreaText.Whole(balance.Accounts.Where(a => a.Status == s.Status).Sum(a => a.ClosingMicro)))]);
        }
        else if (balance.Rows.Count > 0)
        {
            table.AddRow(["sum", .. statuses.Select(s => AreaText.Whole(balance.Rows.Sum(r =>
                r.Accounts.Where(a => a.Status == s.Status).Sum(a => a.ClosingMicro))))]);
        }

        return table;
    }
}
