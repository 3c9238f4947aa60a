using Furrow.Core;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Formats;
using Furrow.Server.Answers;
using Furrow.Server.Listings;
using Furrow.Server.Lists;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Furrow.Server.Pages;

/// <summary>A list as a file: all rows that fit the filter of the address, in its order. Rows go out as they are made, however many there are.</summary>
public static class ListDownload
{
    private const string Json = "json";

    /// <summary>What spreadsheets open; and, where rows have a place, what maps open.</summary>
    public static IEnumerable<(string Name, string Extension)> Formats(IListing listing) =>
        [("CSV", "csv"), ("XLSX", "xlsx"), ("JSON", Json), .. listing.HasPlaces ? [("GeoJSON", "geojson"), ("GeoPackage", "gpkg")] : (IEnumerable<(string, string)>)[]];

    /// <summary>The filter, order and columns of this page, and what it was known at.</summary>
    public static string Address(IListing listing, Visit visit, ListAsk ask, string extension)
    {
        var words = ask.Words.Where(w => w.Key != ListAsk.PageWord).Select(w => (w.Key, Value: (string?)(w.Key != ListAsk.ColumnsWord ? w.Value
            : string.Join(',', ask.Columns.Where(c => listing.CanRead(ListAsk.ColumnsWord, c, ReaderPurpose.Land) == true)))));
        return visit.Query.On($"/lists/{listing.Name}.{extension}", [.. words.Where(w => listing.CanRead(w.Key, w.Value!, ReaderPurpose.Land) != false)]);
    }

    public static void MapListDownloads(this IEndpointRouteBuilder app) => app.MapGet("/lists/{name}.{format}",
        (string name, string format, [FromServices] Visit visit) => AllLists.Find(name) is { } listing && Formats(listing).Any(f => f.Extension == format)
            ? Answer(listing, format, visit) : Results.NotFound());

    private static IResult Answer(IListing listing, string format, Visit visit)
    {
        var query = visit.Http.Request.Query;
        if (visit.Query.Unread.Concat(Unread(listing, query)).FirstOrDefault() is { } unread)
        {
            return ProblemAnswers.Of(Problems.MapWordUnknown(unread, string.Join(", ", listing.WordsOf(ListWords.Ask(visit, listing, ReaderPurpose.Land)))));
        }

        var (table, writer) = (listing.Export(ListWords.Ask(visit, listing, ReaderPurpose.Land)), Find(format));
        return Results.Stream(to => Write(visit.Http, writer, table, to), writer.ContentType, ListExport.FileName(table, format));
    }

    /// <summary>Words that a page would leave out and name.</summary>
    private static IEnumerable<string> Unread(IListing listing, IQueryCollection query) => query
        .Where(q => q.Value.ToString().Length > 0 && listing.CanRead(q.Key, q.Value.ToString(), ReaderPurpose.Land) == false).Select(q => $"{q.Key}={q.Value}");

    private static IFormatWriter Find(string format) => format == Json ? new JsonRows() : Writers.Find(format)!;

    /// <summary>Writers write without waiting in between: on a thread of their own they are slowed down by whoever reads, and hold a few kilobytes.</summary>
    private static Task Write(HttpContext http, IFormatWriter writer, ExportTable table, Stream to)
    {
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        var rows = table.Rows.Select(row =>
        {
            http.RequestAborted.ThrowIfCancellationRequested();
            return row;
        });
        return Task.Run(() => writer.Write(table with { Rows = rows }, to));
    }
}
