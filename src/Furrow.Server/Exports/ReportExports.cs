using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Exports;

/// <summary>The reports that count, as an import reads them: everything a column can hold, located or not, in the order in which they came to count. A report
/// of several parts has a row for each.</summary>
internal static class ReportExports
{
    private static readonly ExportColumn[] Columns =
    [
        new("code", ExportType.Text), new("part", ExportType.Whole), new("report_kind", ExportType.Text, "rep_kind"), new("effect", ExportType.Text),
        new("start_date", ExportType.Date, "start"), new("start_precision", ExportType.Text, "start_prec"),
        new("end_date", ExportType.Date, "end"), new("end_precision", ExportType.Text, "end_prec"),
        new("organisation", ExportType.Text, "org"), new("team", ExportType.Text), new("donor", ExportType.Text), new("kinds", ExportType.Text),
        new("hazardous_area", ExportType.Text, "haz_area"), new("hazard_name", ExportType.Text, "haz_name"),
        new("predecessors", ExportType.Text, "predecess"), new("aliases", ExportType.Text), new("place", ExportType.Text), new("method", ExportType.Text),
        new("depth_searched_cm", ExportType.Whole, "depth_cm"), new("depth_required_cm", ExportType.Whole, "depth_req"),
        new("surface_releases", ExportType.Truth, "surf_rel"), new("stated_area_square_metres", ExportType.Number, "stated_m2"),
        new("position_accuracy_metres", ExportType.Number, "accuracy"), new("reference_point", ExportType.Text, "ref_point"),
        new("benchmark", ExportType.Text), new("evidence_strength", ExportType.Text, "evid_type"), new("evidence", ExportType.Text),
        new("handed_over_to", ExportType.Text, "handed_to"), new("baseline", ExportType.Truth), new("acceptance", ExportType.Whole),
    ];

    /// <summary>Rows whose restricted texts are read in one go.</summary>
    private const int Together = 256;

    private static readonly ExportColumn[] RestrictedColumns = [new("remarks", ExportType.Text), new("other_columns", ExportType.Text, "other_cols")];

    /// <param name="reader">Opens remarks and the columns of the sources that no field takes, to be written too; null: they are only counted.</param>
    /// <param name="left">Complete before the first row is asked for, so that the file can say it.</param>
    public static ExportTable Of(ProgrammeState state, LandLedger known, Reader? reader, ExportOmissions left)
    {
        List<LandClaim> claims = [.. known.CountingClaims().OrderBy(c => c.PlacedAt).ThenBy(c => c.Row).ThenBy(c => c.Part).ThenBy(c => c.Id)];
        foreach (var claim in claims)
        {
            var report = state.FindReport(claim.Report)!.Report;
            Count(report, report.Parts[claim.Part], reader is not null, left);
        }

        return new("reports", state.IsExercise, ExportGeometry.Mixed, reader is not null ? [.. Columns, .. RestrictedColumns] : Columns,
            claims.Select(c => (Claim: c, state.FindReport(c.Report)!.Report)).Chunk(Together).SelectMany(chunk => Rows(chunk, reader)));
    }

    private static IEnumerable<ExportRow> Rows(IReadOnlyList<(LandClaim Claim, Report Report)> chunk, Reader? reader)
    {
        reader?.Fetch(chunk.SelectMany(c => (SealedValue?[])[c.Report.Remarks, c.Report.Extra.IsNone ? null : c.Report.Extra]));
        return chunk.Select(c => Row(c.Claim, c.Report, reader));
    }

    private static ExportRow Row(LandClaim claim, Report report, Reader? reader)
    {
        var part = report.Parts[claim.Part];
        var evidence = report.Evidence.Count > 0 ? report.Evidence[0] : null;
        List<object?> values =
        [
            report.Code, report.Parts.Count > 1 ? claim.Part + 1 : null, ReportKinds.NameOf(report.Kind), WordOf(part.Effect),
            report.Start?.Day, WordOf(report.Start), report.End.Day, WordOf(report.End), report.Organisation, report.Team, report.Donor,
            Kinds.NameOf(report.Kinds), claim.HazardousArea, report.HazardousAreaName, Several(report.Predecessors), Several(report.Aliases), part.Place,
            part.Method, part.DepthSearchedCm, part.DepthRequiredCm, part.SurfaceReleases ? true : null, part.StatedSquareMetres,
            part.PositionAccuracyMetres, ExactPosition.Of(report.ReferencePoint?.At), ExactPosition.Of(report.Benchmark?.At),
            evidence is null ? null : evidence.Strength == EvidenceStrength.Direct ? "direct" : "indirect", evidence?.Kind, report.HandedOverTo,
            report.Baseline, claim.AcceptedAt,
        ];
        if (reader is not null)
        {
            values.AddRange([reader.Open(report.Remarks), OtherColumns.Text(reader.Open(report.Extra))]);
        }

        return new ExportRow(values, part.Shape, part.Shape is null or { IsEmpty: true } ? part.Point : null);
    }

    private static void Count(Report report, ReportPart part, bool restricted, ExportOmissions left)
    {
        left.Add("remarks (--restricted writes them)", !restricted && report.Remarks is not null);
        left.Add("columns of the source that no field takes (--restricted writes them)", !restricted && !report.Extra.IsNone);
        left.Add("the drawing as it was entered, where it was a text or had to be mended", part.Drawn?.Text is not null);
        left.Add("turning points by name", part.TurningPoints.Count > 0);
        left.Add("evidence beyond the first", report.Evidence.Count > 1);
        left.Add("place, day and description of evidence", report.Evidence.Any(e => e.At is not null || e.On is not null || e.Description is not null));
        left.Add("a point beside a polygon", part.Shape is { IsEmpty: false } && part.Point is not null);
    }

    private static string? Several(IReadOnlyList<string> codes) => codes.Count == 0 ? null : string.Join(", ", codes);

    /// <summary>As an import reads it: no other word would come back as what it was.</summary>
    private static string WordOf(LandEffect effect) => ValueWords.Effects.First(e => e.Effect == effect).Name;

    private static string? WordOf(ReportDate? date) => date is { } known ? ValueWords.Precisions.First(p => p.Precision == known.Precision).Name : null;
}
