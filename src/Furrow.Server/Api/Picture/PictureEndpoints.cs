using System.Globalization;
using System.Net;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Pages;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Programmes;
using Furrow.Server.Tiles;

namespace Furrow.Server.Api.Picture;

/// <summary>The map as a picture (<c>/picture</c>) and as a sheet of paper true to scale (<c>/print</c>, drawn by <c>/print.svg</c>).</summary>
internal static class PictureEndpoints
{
    private const string SvgType = "image/svg+xml; charset=utf-8";

    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/picture", (HttpContext http, Programme programme, TimeProvider clock) => Screen(http, programme, clock));
        app.MapGet("/print.svg", (HttpContext http, Programme programme, TimeProvider clock) => Paper(http, programme, clock));
        app.MapGet("/print", (HttpContext http, Programme programme, TimeProvider clock) => PrintPage(http, programme, clock));
        app.MapGet("/print.css", PrintStyle);
    }

    private static IResult Screen(HttpContext http, Programme programme, TimeProvider clock)
    {
        var (query, state) = (http.Request.Query, programme.State);
        if (MapQuestion.Unknown(query, "bbox", "width", "height", "date", "kind", "knownAt") is { } unknown)
        {
            return ProblemAnswers.Of(unknown);
        }

        var question = Question(query, state, clock);
        var width = MapQuestion.Whole("width", query["width"], 1000);
        var height = MapQuestion.Whole("height", query["height"], 700);
        var box = string.IsNullOrEmpty(query["bbox"]) ? WholeProgramme(state) : MapQuestion.Box(query["bbox"]);
        if ((question.Problem ?? width.Problem ?? height.Problem ?? box.Problem) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        return Answer(MapSheet.Screen(box.Value, width.Value, height.Value), programme, state, question.Get());
    }

    private static IResult Paper(HttpContext http, Programme programme, TimeProvider clock)
    {
        var (query, state) = (http.Request.Query, programme.State);
        var question = Question(query, state, clock);
        var sheet = Sheet(query);
        return (question.Problem ?? sheet.Problem) is { } problem ? ProblemAnswers.Of(problem) : Answer(sheet, programme, state, question.Get());
    }

    /// <summary>A page that holds nothing but the sheet, as large as the paper.</summary>
    private static async Task<IResult> PrintPage(HttpContext http, Programme programme, TimeProvider clock)
    {
        var (query, state) = (http.Request.Query, programme.State);
        var question = Question(query, state, clock);
        var sheet = Sheet(query);
        if ((question.Problem ?? sheet.Problem) is { } problem)
        {
            // A person opens this address: what is wrong with it is told on a page.
            await PageFault.End(http, problem);
            return Results.Empty;
        }

        var words = Texts.Current;
        var title = WebUtility.HtmlEncode(SheetDrawing.Title(state, words, question.Get()));
        var search = WebUtility.HtmlEncode(http.Request.QueryString.Value);
        return Results.Content($"""
            <!DOCTYPE html>
            <html lang="{words.Code}">
            <head><meta charset="utf-8"><title>{title}</title><link rel="stylesheet" href="/print.css{search}"></head>
            <body><img src="/print.svg{search}" alt="{title}"></body>
            </html>
            """, "text/html; charset=utf-8");
    }

    private static IResult PrintStyle(HttpContext http)
    {
        var sheet = Sheet(http.Request.Query);
        if (sheet.Problem is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        var (width, height) = (Svg.Number(sheet.Get().Width), Svg.Number(sheet.Get().Height));
        return Results.Text(
            $"@page {{ size: {width}mm {height}mm; margin: 0 }} html, body {{ margin: 0; background: #777 }} " +
            $"img {{ display: block; width: {width}mm; height: {height}mm; background: #fff }} @media print {{ html, body {{ background: none }} img {{ "
                + $"break-inside: avoid }} }}\n",
            "text/css; charset=utf-8");
    }

    private static IResult Answer(Outcome<MapSheet> sheet, Programme programme, ProgrammeState state, SheetQuestion question) =>
        sheet.Problem is { } problem
            ? ProblemAnswers.Of(problem)
            : Results.Text(SheetDrawing.Draw(state, LandTiles.For(programme), sheet.Get(), question), SvgType);

    private static Outcome<MapSheet> Sheet(IQueryCollection query)
    {
        if (MapQuestion.Unknown(query, "lon", "lat", "scale", "paper", "orientation", "date", "kind", "knownAt") is { } unknown)
        {
            return unknown;
        }

        var middle = MapQuestion.Point(query["lon"], query["lat"]);
        var scale = MapQuestion.Whole("scale", query["scale"], 10_000);
        if ((middle.Problem ?? scale.Problem) is { } problem)
        {
            return problem;
        }

        var paper = query["paper"].ToString() is { Length: > 0 } named ? named.ToLowerInvariant() : "a4";
        return MapSheet.Paper(middle.Value, scale.Value, paper, query["orientation"] != "portrait");
    }

    private static Outcome<SheetQuestion> Question(IQueryCollection query, ProgrammeState state, TimeProvider clock)
    {
        var date = MapQuestion.Date(query["date"], ProgrammeTime.Of(state).Today(clock));
        var kind = MapQuestion.Kind(query["kind"]);
        var knownAt = MapQuestion.KnownAt(query["knownAt"], state.Land);
        return (date.Problem ?? kind.Problem ?? knownAt.Problem) is { } problem ? problem : new SheetQuestion(date.Value, kind.Value, knownAt.Value);
    }

    /// <summary>All accepted land with a tenth around it; the whole earth while there is none.</summary>
    private static Outcome<GridBox> WholeProgramme(ProgrammeState state)
    {
        var box = MapExtent.Of(state).Bounds;
        if (box.IsEmpty)
        {
            return new GridBox(-GridPoint.MaxLon, -GridPoint.MaxLat, GridPoint.MaxLon, GridPoint.MaxLat);
        }

        var (lon, lat) = ((box.MaxLon - box.MinLon) / 10 + 1, (box.MaxLat - box.MinLat) / 10 + 1);
        return new GridBox(box.MinLon - lon, box.MinLat - lat, box.MaxLon + lon, box.MaxLat + lat);
    }
}
