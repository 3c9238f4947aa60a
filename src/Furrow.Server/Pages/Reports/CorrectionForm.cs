using System.Globalization;
using System.Text;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Formats;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Pages.Reports;

/// <summary>A correction as its form says it: a new report with the whole content, of which only what somebody changed differs.</summary>
public static class CorrectionForm
{
    public static Outcome<Report> Read(Report before, Guid id, IFormCollection form, CheckSettings profile, CancellationToken stop = default)
    {
        var end = Date(form, "end", before.End);
        var start = Date(form, "start", before.Start);
        if ((end.Problem ?? start.Problem) is { } wrongDate)
        {
            return wrongDate;
        }

        var parts = new List<ReportPart>(before.Parts.Count);
        for (var i = 0; i < before.Parts.Count; i++)
        {
            var part = Part(before.Parts[i], form, i.ToString(CultureInfo.InvariantCulture), profile, stop);
            if (part.Problem is { } wrongPart)
            {
                return wrongPart;
            }

            parts.Add(part.Value!);
        }

        return before with
        {
            Id = id,
            Start = start.Value,
            End = end.Value ?? before.End,
            Organisation = Text(form, "organisation") ?? before.Organisation,
            Team = Text(form, "team"),
            Donor = Text(form, "donor"),
            HazardousArea = Text(form, "area"),
            Remarks = Text(form, "remarks"),
            Parts = parts,
            Source = null,
        };
    }

    private static Outcome<ReportPart> Part(ReportPart before, IFormCollection form, string number, CheckSettings profile, CancellationToken stop)
    {
        var searched = Whole(form, "searched-" + number, before.DepthSearchedCm);
        var required = Whole(form, "required-" + number, before.DepthRequiredCm);
        var stated = Area(form, "stated-" + number, before.StatedSquareMetres);
        if ((searched.Problem ?? required.Problem ?? stated.Problem) is { } wrong)
        {
            return wrong;
        }

        var part = before with
        {
            Method = Text(form, "method-" + number),
            DepthSearchedCm = searched.Value,
            DepthRequiredCm = required.Value,
            StatedSquareMetres = stated.Value,
        };
        return Text(form, "drawn-" + number) is { } drawn
            ? Redrawn(part, drawn, Text(form, "crs-" + number), Text(form, "doubt-" + number) is not null, profile, stop) : part;
    }

    /// <summary>Reads the text as the import reads a table with one row, so that the same coordinates mean the same land on both ways.</summary>
    private static Outcome<ReportPart> Redrawn(ReportPart part, string text, string? crs, bool takesInDoubt, CheckSettings profile, CancellationToken stop)
    {
        var table = "wkt\n\"" + text.Replace("\"", "", StringComparison.Ordinal).ReplaceLineEndings(" ") + "\"\n";
        var opened = FormatDetector.Open(SourceFile.Of("correction.csv", Encoding.UTF8.GetBytes(table)), new ReadOptions { Crs = crs ?? "EPSG:4326" });
        if (opened.IsRefused)
        {
            return opened.Problem!;
        }

        if (opened.Value!.Rows.FirstOrDefault() is not { } row)
        {
            return opened.Value.Problems is [var problem, ..]
                ? problem : Problems.ReportFieldWrong("coordinates", $"No polygon could be read from the coordinates.");
        }

        var grid = GridConversion.ToGrid(row);
        if (grid.IsRefused)
        {
            return grid.Problem!;
        }

        var mended = ShapeRepair.Mend(grid.Value!.Polygons, ReportKinds.IsRelease(part.Effect), budget: NodingBudget.Standard(stop));
        if (mended.Problem is { } entangled)
        {
            return entangled with { Where = new ProblemPlace(null, null, "coordinates") };
        }

        if (!takesInDoubt && mended.Doubt.Waits(profile, mended.AreaMicro))
        {
            return Problems.DrawingInDoubt(row.File, row.Row, mended.Doubt.AreaText, mended.Doubt.PercentText(mended.AreaMicro));
        }

        return mended.Shape is { IsEmpty: false } shape
            ? part with { Shape = shape, Drawn = new AsDrawn(text, row.Crs.Name), Repairs = [.. grid.Value.Repairs, .. mended.Repairs], TurningPoints = [] }
            : Problems.ReportFieldWrong("coordinates", $"No polygon with an area could be read from the coordinates.");
    }

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An empty field empties the number; one that cannot be read never does.</summary>
    private static Outcome<int?> Whole(IFormCollection form, string name, int? before)
    {
        var text = Text(form, name);
        return text is null ? new Outcome<int?>(null, null)
            : text == Shown(before) ? new Outcome<int?>(before, null)
            : PlainNumber.Whole(text) is { } number ? new Outcome<int?>(number, null)
            : Problems.ReportFieldWrong(name, $"\"{text}\" is not a depth; write whole centimetres, as 20.");
    }

    /// <summary>Read as in a file: with a unit, with blanks or signs between thousands where they can mean one thing only.</summary>
    private static Outcome<double?> Area(IFormCollection form, string name, double? before)
    {
        var text = Text(form, name);
        return text is null ? new Outcome<double?>(null, null)
            : text == Shown(before) ? new Outcome<double?>(before, null)
            : NumberText.Parse(text, null, FieldType.Area, null) is >= 0 and var area ? new Outcome<double?>(area, null)
            : Problems.ReportFieldWrong(name, $"\"{text}\" is not an area that can be read in only one way; write square metres, as 1250.5.");
    }

    private static string? Shown(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A day that was not touched keeps its precision; one that was is known to the day.</summary>
    private static Outcome<ReportDate?> Date(IFormCollection form, string name, ReportDate? before)
    {
        if (Text(form, name) is not { } text)
        {
            return new Outcome<ReportDate?>(null, null);
        }

        return IsoDay.Read(text) is { } day
            ? new Outcome<ReportDate?>(before is { } known && known.Day == day ? known : new ReportDate(day), null)
            : Problems.ReportFieldWrong(name, $"\"{text}\" is not a date; write it as 2016-12-31.");
    }
}
