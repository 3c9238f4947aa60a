using System.Security.Cryptography;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports;

/// <summary>The import as one list of steps. Nothing is written by any of them: the plan they make is applied as one batch, or thrown away.</summary>
internal static class ImportSteps
{
    private const int RowsPerReport = 500;

    public static readonly IReadOnlyList<(string Name, Action<ImportWork> Run)> All =
    [
        ("detect the format", Detect),
        ("read the rows", Read),
        ("map the columns", Map),
        ("draft the reports", Draft),
        ("recognise rows that are here already", Recognise),
        ("find what is corrected", FindCorrected),
        ("give codes", GiveCodes),
        ("try on the land", work => ImportTrial.Run(work)),
        ("check", Check),
        ("give verdicts", GiveVerdicts),
    ];

    private static void Detect(ImportWork work)
    {
        try
        {
            using var stream = work.File.Open();
            work.FileSha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            work.Problem = e is FileNotFoundException or DirectoryNotFoundException ? Problems.FileMissing(work.File.Name)
                : Problems.FileUnreadable(work.File.Name, e.Message);
            return;
        }

        var opened = FormatDetector.Open(work.File, work.Options.Mapping?.ReadOptions ?? work.Options.Reading);
        work.Problem = opened.Problem;
        work.Reading = opened.Value;
    }

    private static void Read(ImportWork work)
    {
        foreach (var row in work.Reading!.Rows)
        {
            work.Rows.Add(new RowDraft(row));
            if (work.Rows.Count % RowsPerReport == 0)
            {
                work.Say("read the rows", work.Rows.Count, 0);
            }
        }

        work.Warnings.AddRange(work.Reading.Warnings);
        work.Problem = work.Reading.Problems is [var first, ..] ? first : null;
    }

    private static void Map(ImportWork work)
    {
        if (work.Options.Mapping is null)
        {
            work.Proposal = MappingProposal.For(work.Rows.Select(r => r.Input), work.Options.Reading with { Geometry = work.Reading!.Geometry });
            work.Options = work.Options with { Mapping = work.Proposal.Mapping };
        }

        Parallel.ForEach(work.Rows, work.Options.Mapping.ToReader, (row, _, read) =>
        {
            row.Mapped = read(row.Input);
            return read;
        }, _ => { });
    }

    private static void Draft(ImportWork work)
    {
        var stem = Path.GetFileNameWithoutExtension(work.File.Name);
        var done = 0;
        Parallel.ForEach(work.Rows, row =>
        {
            RowReports.Make(row, work.Options, stem, work.FileSha256);
            if (Interlocked.Increment(ref done) % RowsPerReport == 0)
            {
                work.Say("draft the reports", done, work.Rows.Count);
            }
        });
    }

    private static void Recognise(ImportWork work)
    {
        foreach (var row in work.Rows.Where(r => r.IsTaken))
        {
            row.IsAlreadyHere = work.State.Book.RowsTaken(row.Input.RowSha256, row.Report!.Kind) > 0;
        }
    }

    private static void FindCorrected(ImportWork work)
    {
        var corrected = new HashSet<Guid>();
        foreach (var row in work.Rows.Where(r => r.IsTaken && r.Mapped!.Corrects is not null))
        {
            var head = RowCodes.HeadOf(row.Mapped!.Corrects!, work.State.Book);
            var isSecond = !head.IsRefused && !corrected.Add(head.Value);
            var problem = isSecond ? Problems.ReportHasNoHead(row.Mapped.Corrects!) : head.Problem;
            row.Problem = problem is null ? null : problem with { Where = new ProblemPlace(row.Input.File, row.Input.Row, "corrects") };
            row.Report = row.Report! with { Corrects = problem is null ? head.Value : null };
        }
    }

    private static void GiveCodes(ImportWork work)
    {
        var taken = work.Rows.Where(r => r.IsTaken).ToList();
        var coded = RowCodes.Distinct(taken.Select(r => r.Report!), work.State.Book);
        for (var i = 0; i < taken.Count; i++)
        {
            taken[i].Report = coded[i];
        }
    }

    private static void Check(ImportWork work)
    {
        var taken = work.Rows.Where(r => r.IsTaken).ToList();
        work.Say("check", 0, taken.Count);
        work.Findings = ImportChecks.Judge(work, taken);
        work.Groups = FindingGroups.Of(work.Findings, work.Batch);
        work.Say("check", taken.Count, taken.Count);
    }

    private static void GiveVerdicts(ImportWork work)
    {
        work.Verdicts = [.. work.Rows.Select(r => r.ToVerdict())];
        work.Account = RowAccount.Of(work.Rows.Sum(r => r.Input.RowCount), work.Verdicts);
    }
}
