using Furrow.Core;
using Furrow.Server.Answers;
using Furrow.Server.Imports;
using Furrow.Server.Imports.Dictionary;

namespace Furrow.Server.Verbs;

/// <summary>A plan as JSON.</summary>
internal static class ImportJson
{
    /// <summary>The plan beside the reason why it is not applied.</summary>
    public static object Refused(Reader? reader, ImportPlan plan, Problem problem) => new
    {
        problem = VerbRun.Json(problem),
        problems = plan.IsAsking ? plan.Problems.Select(VerbRun.Json) : [VerbRun.Json(problem)],
        plan = Of(reader, plan, null),
    };

    public static object Of(Reader? reader, ImportPlan plan, ImportResult? applied) => new
    {
        file = plan.File,
        sha256 = plan.FileSha256,
        format = plan.Format,
        applied = applied is not null,
        batch = applied?.Batch,
        acceptance = applied?.Acceptance,
        position = applied?.Position,
        account = new
        {
            read = plan.Account.Read,
            accepted = plan.Account.Accepted,
            repaired = plan.Account.Repaired,
            repairedChangeSquareMetres = plan.Account.RepairedChangeSquareMetres,
            withoutPolygon = plan.Account.WithoutPolygon,
            withPoint = plan.Account.WithPoint,
            byPlace = plan.Account.ByPlace,
            nowhere = plan.Account.Nowhere,
            alreadyHere = plan.Account.AlreadyHere,
            noReport = plan.Account.NoReport,
            refused = plan.Account.Refused,
            waiting = plan.Account.Waiting,
            taken = plan.Account.Taken,
            staysOut = plan.Account.StaysOut,
            reports = plan.Account.Reports,
        },
        warnings = plan.Warnings.Select(w => w.ToString()),
        dictionary = plan.Dictionary.Entries.Select(Entry),
        causes = plan.Causes.Select(c => new { code = c.Code, field = c.Field, sentence = c.Sentence, rows = c.Rows, firstRow = c.FirstRow }),
        words = plan.OpenWords.Select(w => new { field = w.Field, column = w.Column, value = w.Value, rows = w.Rows }),
        groups = plan.Groups.Select(g => FindingsVerb.GroupJson(reader, g)),
        rows = plan.Rows.Select(r => new
        {
            row = r.Row,
            verdict = Names.Of(r.Verdict),
            code = r.Code,
            problem = r.Problem is { } p ? new { code = p.Code, sentence = p.Sentence, field = p.Where?.Field } : null,
            further = r.Further.Select(f => new { code = f.Code, sentence = f.Sentence, field = f.Where?.Field }),
            repairs = r.Repairs.Select(x => new { code = x.Code, sentence = x.Sentence, changeSquareMetres = x.AreaChangeSquareMetres }),
            doubtSquareMetres = r.Doubt is { } doubt ? Names.Area(doubt.AreaMicro) : 0,
            notes = r.Notes.Select(n => n.ToString()),
            areaSquareMetres = Names.Area(r.AreaMicro),
            drawnSquareMetres = Math.Round(r.DrawnSquareMetres, 6),
        }),
    };

    internal static object Entry(DictionaryEntry e) => new
    {
        topic = Names.Of(e.Topic),
        of = e.Of,
        value = e.Value,
        field = e.Field,
        meaning = e.Meaning,
        rows = e.Rows,
        standing = Names.Of(e.Standing),
        open = e.IsOpen,
        why = e.Why?.ToString(),
        from = e.From?.ToString(),
        problem = e.Code,
        choices = e.Choices?.Select(c => new { word = c.Word, shown = c.Shown }),
        say = e.Say,
    };
}
