using ExcelDataReader;
using Furrow.Core;
using Furrow.Exchange.Archives;
using Furrow.Exchange.Places;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Xlsx;

/// <summary>Reads one sheet of a workbook (XLSX). The columns are named by the row <see cref="HeadFinder"/> finds; dates come as ISO dates.</summary>
public sealed class XlsxReader : IFormatReader
{
    private const string Name = "XLSX";

    /// <summary>Workbooks are unpacked in memory.</summary>
    private const long MostBytes = 512L << 20;
    private const int MostColumns = 2_000;

    public string Format => Name;

    public FileReading Read(SourceFile file, ReadOptions options) => new(file, Name, options, reading => SecondPlaces.Compared(reading, Rows(reading)));

    private static IEnumerable<InputRow> Rows(FileReading reading)
    {
        TextEncodings.Register();
        if (!IsZip(reading))
        {
            reading.Refuse(Problems.WorkbookTooOld(reading.File.Name));
            yield break;
        }

        CheckSize(reading);
        if (Try(reading, () => WorkbookSheets.Find(reading)) is not { } sheet)
        {
            yield break;
        }

        var seesHidden = HiddenSheetCells.Settle(reading, sheet.Scan);
        using var stream = StrictWorkbook.Open(reading.File, reading.Options.Limits);
        using var book = Try(reading, () => ExcelReaderFactory.CreateReader(stream));
        if (book is null || !Go(reading, book, sheet.Name))
        {
            yield break;
        }

        var rows = new SheetRows(reading, book, sheet.Scan, seesHidden);
        bool Next() => XlsxReader.Next(reading, book);
        var top = rows.Top(MostColumns, reading.Options.HeaderRow, Next);
        if (!reading.IsOnlyAsking || HeadChoice.Of(reading, top) is not { } head || rows.Headings(head, top) is not { } headings
            || !Again(reading, book, sheet.Name) || !rows.GoBelow(head, Next))
        {
            yield break;
        }

        HiddenSheetCells.AskAbove(reading, sheet.Scan, head);
        foreach (var row in TableReading.Rows(reading, new TableSource([.. headings.Select(h => h.Name)], rows.Below(headings, Next))))
        {
            yield return row;
        }
    }

    /// <summary>To the beginning of the sheet, without opening the workbook once more.</summary>
    private static bool Again(FileReading reading, IExcelDataReader book, string sheet) => Try(reading, () =>
    {
        book.Reset();
        return book;
    }) is not null && Go(reading, book, sheet);

    private static bool Go(FileReading reading, IExcelDataReader book, string sheet)
    {
        while (book.Name != sheet)
        {
            if (Try(reading, () => book.NextResult() ? book : null) is not null)
            {
                continue;
            }

            if (reading.IsOnlyAsking)
            {
                reading.Refuse(Problems.FileBroken(reading.File.Name, Name, $"the sheet '{sheet}' cannot be opened. Save it as .xlsx"));
            }

            return false;
        }

        return true;
    }

    private static bool Next(FileReading reading, IExcelDataReader book) => Try(reading, () => book.Read() ? book : null) is not null;

    private static bool IsZip(FileReading reading)
    {
        Span<byte> head = stackalloc byte[4];
        using var stream = reading.File.Open();
        return stream.ReadAtLeast(head, 4, false) == 4 && Archive.IsZip(head);
    }

    /// <summary>The library unpacks whole parts, so that the bounds of archives are tried out before it may.</summary>
    private static void CheckSize(FileReading reading)
    {
        var guard = new WorkbookGuard(MostColumns, reading.Options.Limits.XmlDepth);
        Archive.CheckAll(reading.File, reading.Options.Limits with { ArchiveBytes = Math.Min(MostBytes, reading.Options.Limits.ArchiveBytes) }, guard.Look);
    }

    /// <summary>The library throws whatever a broken workbook makes it stumble over; none of it is a bug of ours.</summary>
    private static T? Try<T>(FileReading reading, Func<T?> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ArchiveLimitException))
        {
            reading.Refuse(Problems.FileBroken(reading.File.Name, Name, e is ReadFaultException own ? own.Fault : (Phrase)$"{e.Message.Split('\n')[0].Trim()}"));
            return null;
        }
    }
}
