using Furrow.Core;

namespace Furrow.Server.Pages.Parts;

/// <summary>Long lists come in pages of a hundred; the page is part of the address.</summary>
public static class Paging
{
    public const int RowsPerPage = 100;

    public static int PageOf(Visit visit) =>
        PlainNumber.Whole(visit.Http.Request.Query["page"].ToString()) is { } page and > 0 and < 1_000_000 ? page : 1;

    public static int PagesOf(int rows) => Math.Max(1, (rows + RowsPerPage - 1) / RowsPerPage);

    /// <summary>The rows of the page asked for; beyond the last, those of the last.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows, Visit visit)
    {
        var all = rows as IReadOnlyCollection<T> ?? [.. rows];
        return all.Skip((Math.Min(PageOf(visit), PagesOf(all.Count)) - 1) * RowsPerPage).Take(RowsPerPage);
    }
}
