using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Furrow.Core.Figures;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange.Exports;
using Furrow.Server.Programmes;

namespace Furrow.Server.Pages.Balance;

/// <summary>The very file of a published balance: comma-separated, with its question in front. Once published it is kept byte for byte; nothing here is
/// ever run again for it, so this may change without changing what went out.</summary>
public static class FigureFile
{
    public static FigurePublished Make(ProgrammeState state, BalanceAnswer answer, Guid id, DateTimeOffset at)
    {
        var text = Write(state, answer, at);
        var question = JsonSerializer.Serialize(new
        {
            ledger = "land",
            asOf = LandQuery.Iso(answer.Question.AsOf),
            from = answer.Question.From is { } from ? LandQuery.Iso(from) : null,
            knownAt = answer.KnownAt,
            kind = Kinds.NameOf(answer.Question.Kind),
            by = answer.Question.By is { } group ? BalanceQuestions.NameOf(group) : null,
        });
        var name = $"balance-{LandQuery.Iso(answer.Question.AsOf)}-known-{answer.KnownAt.ToString(CultureInfo.InvariantCulture)}.csv";
        return new FigurePublished(id, question, answer.Question.AsOf, answer.KnownAt, state.Versions.Engine,
            state.Versions.Moves,
            name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), text);
    }

    private static string Write(ProgrammeState state, BalanceAnswer answer, DateTimeOffset at)
    {
        var file = new StringBuilder();
        if (state.IsExercise)
        {
            Line(file, "EXERCISE", "invented land, never for real ground");
        }

        Line(file, "programme", state.Opened?.Name ?? "");
        Line(file, "ledger", "land");
        Line(file, "as of", LandQuery.Iso(answer.Question.AsOf));
        Line(file, "from", answer.Question.From is { } from ? LandQuery.Iso(from) : "");
        Line(file, "known at acceptance", answer.KnownAt);
        Line(file, "kind", Kinds.NameOf(answer.Question.Kind));
        Line(file, "published at", ProgrammeTime.Of(state).Second(at));
        Line(file, "time zone", ProgrammeTime.Of(state).Id);
        Line(file, "difference of the books (m2)", AreaText.SquareMetres(answer.TrialBalanceMicro));
        Line(file);
        Line(file, "status", "opening (m2)", "closing (m2)", "hazardous areas");
        foreach (var account in answer.Accounts)
        {
            Line(file, Statuses.NameOf(account.Status), AreaText.SquareMetres(account.OpeningMicro), AreaText.SquareMetres(account.ClosingMicro),
                account.HazardousAreas);
        }

        Line(file);
        Line(file, "heading", "was", "became", "area (m2)");
        foreach (var flow in answer.Flows)
        {
            Line(file, flow.Heading, Statuses.NameOf(flow.From), Statuses.NameOf(flow.To), AreaText.SquareMetres(flow.AreaMicro));
        }

        Groups(file, answer);
        Line(file);
        Line(file, "hazardous areas open at the start", "opened", "closed", "open at the end");
        Line(file, answer.Count.Opening, answer.Count.Opened, answer.Count.Closed, answer.Count.Closing);
        Line(file, "unlocated records", answer.Unlocated.Records, "stated (m2)", answer.Unlocated.StatedSquareMetres,
            "with a point", answer.Unlocated.WithPoint, "by place", answer.Unlocated.ByPlace, "nowhere", answer.Unlocated.Nowhere);
        return file.ToString();
    }

    private static void Groups(StringBuilder file, BalanceAnswer answer)
    {
        if (answer.Question.By is not { } by)
        {
            return;
        }

        Line(file);
        Line(file, BalanceQuestions.NameOf(by), "status", "opening (m2)", "closing (m2)");
        foreach (var row in answer.Rows)
        {
            foreach (var account in row.Accounts.Where(a => a.OpeningMicro != 0 || a.ClosingMicro != 0))
            {
                Line(file, row.Label, Statuses.NameOf(account.Status), AreaText.SquareMetres(account.OpeningMicro),
                    AreaText.SquareMetres(account.ClosingMicro));
            }
        }
    }

    private static void Line(StringBuilder file, params object[] cells) => file.AppendJoin(',', cells.Select(c =>
    {
        var text = Convert.ToString(c, CultureInfo.InvariantCulture) ?? "";
        text = c is string ? FormulaGuard.Guard(text) : text;
        return text.AsSpan().ContainsAny(",\"\n\r") ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : text;
    })).Append("\r\n");
}
