using System.Security.Cryptography;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Keeping;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Formats;
using Furrow.Server.Imports.Dictionary;

namespace Furrow.Server.Imports;

/// <summary>The import as one list of steps. Nothing is written by any of them: the plan they make is applied as one batch, or thrown away.</summary>
internal static class ImportSteps
{
    /// <summary>A step that leaves much has made, of a large file, what the next one needs no more.</summary>
    public static readonly IReadOnlyList<(string Name, Action<ImportWork> Run, bool LeavesMuch)> All =
    [
        ("detect the format", Detect, false),
        ("read the rows", work => RowReading.Run(work), true),
        ("recognise rows that are here already", KnownRows.Recognise, false),
        ("find what is corrected", FindCorrected, false),
        ("give codes", GiveCodes, false),
        ("try on the land", work => ImportTrial.Run(work), true),
        ("check", Check, true),
        ("give verdicts", GiveVerdicts, false),
    ];

    private static void Detect(ImportWork work)
    {
        Recalling.Run(work);
        var reading = SentRows.ReadingOf(work.Options, work.File.Name);
        if (!reading.IsRefused && work.Cells.Holds(reading.Value!))
        {
            // It was read before, and what was said since is not about the file.
            work.FileSha256 = work.Cells.FileSha256;
            return;
        }

        try
        {
            using var stream = work.File.Open();
            work.FileSha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            work.Problem = e is FileNotFoundException or DirectoryNotFoundException ? Problems.FileMissing(work.File.Name)
                : Problems.FileUnreadable(work.File.Name, $"{e.Message}");
            return;
        }

        if (reading.IsRefused)
        {
            work.Problem = reading.Problem;
            return;
        }

        var opened = FormatDetector.Open(work.File, reading.Value! with { Stop = work.Stop });
        work.Problem = opened.Problem;
        work.Cells.Begin(opened.Value, reading.Value, work.FileSha256);
    }

    private static void FindCorrected(ImportWork work)
    {
        if (work.Options.Corrects is { } stated)
        {
            foreach (var row in work.Rows.Where(r => r.IsTaken))
            {
                row.Problem = OfAnother(row, stated, work.State.Book);
                row.Staged!.Corrects = stated.Head;
            }

            return;
        }

        var corrected = new HashSet<Guid>();
        foreach (var row in work.Rows.Where(r => r.IsTaken && r.Corrects is not null))
        {
            var head = RowCodes.HeadOf(row.Corrects!, work.State.Book);
            var isSecond = !head.IsRefused && !corrected.Add(head.Value);
            var problem = isSecond ? Problems.ReportHasNoHead(row.Corrects!) : head.Problem;
            row.Problem = problem is null ? null : problem with { Where = new ProblemPlace(row.File, row.Row, "corrects") };
            row.Staged!.Corrects = problem is null ? head.Value : null;
        }
    }

    /// <summary>What the person says is corrected goes before nothing that the row says: by its own code, or by the report it names as corrected.</summary>
    private static Problem? OfAnother(RowDraft row, (string Code, Guid Head) stated, ReportBook book) =>
        (row.Corrects ?? (row.Staged!.IsCodeInvented ? null : row.Staged.Code)) is { } code && !Codes.Comparer.Equals(code, stated.Code)
            && book.ChainOf(stated.Head).All(e => !Codes.Comparer.Equals(code, e.Report.Code))
            ? Problems.CorrectionOfAnother(row.File, row.Row, row.Corrects is null ? "code" : "corrects", code, stated.Code) : null;

    private static void GiveCodes(ImportWork work)
    {
        var taken = work.Taken;
        var coded = RowCodes.Distinct(taken, work, work.State.Book);
        for (var i = 0; i < taken.Count; i++)
        {
            var staged = taken[i].Staged!;
            (staged.Code, staged.HazardousArea, staged.SentAgain) = coded[i];
            if (staged.SentAgain is not null)
            {
                taken[i].Note(Notes.SentAgain(staged.Code));
            }
        }

        // The trial judges the batch as it would be written, and with it how the file was read; the checks may have more to ask.
        work.OpenWords = RefusalCauses.Words(work.Rows);
        work.Dictionary = ImportReadings.Of(work);
    }

    private static void Check(ImportWork work)
    {
        var taken = work.Taken;
        work.Say("check", 0, taken.Count);
        work.Groups = FindingGroups.Of(ImportChecks.Each(work, taken), work.Batch, keepAll: false);
        work.Say("check", taken.Count, taken.Count);
    }

    private static void GiveVerdicts(ImportWork work)
    {
        work.Verdicts = new MadeList<RowDraft, RowVerdict>(work.Rows, (row, _) => row.ToVerdict(work.Stage));
        work.Account = RowAccount.Of(work.Rows.Sum(r => r.RowCount), work.Verdicts);
        work.Dictionary = ImportReadings.Of(work);
    }
}
