using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>What a report says, as far as it is known again whatever file, format, order of columns or coordinate system it comes in: its status and kind, who
/// reports, where, and what else it gives of itself.</summary>
/// <param name="GivesDate">The date is the row's own; else it stands in for one that is not there, and says nothing.</param>
/// <param name="GivesKinds">The same of the contamination.</param>
public sealed record RowContent(Report Report, bool GivesDate, bool GivesKinds)
{
    /// <summary>Of a report in the book: an assumed date says nothing.</summary>
    public static RowContent Of(Report report) => new(report, true, true);

    /// <summary>The code somebody gave; null where nobody did. "~2" that was added to tell it from another is none of it.</summary>
    public string? GivenCode { get; } = Codes.IsBlank(Report.Code) || InventedCode.IsOf(Report) ? null
        : Codes.Key(InventedCode.WithoutNumber(Report.Code));

    private ReportPart? Part => Report.Parts is [var part, ..] ? part : null;

    /// <summary>Whether both may be one record: of one kind and organisation, with the same effect on the same land, and nothing that both give differs. Of
    /// what only one gives nothing is known.</summary>
    public bool MayBe(RowContent other) =>
        Report.Kind == other.Report.Kind && Report.Parts.Count == other.Report.Parts.Count && Codes.AreSame(Report.Organisation, other.Report.Organisation)
        && (GivenCode is null || other.GivenCode is null || GivenCode == other.GivenCode)
        && (!GivesDate || !other.GivesDate || Agree(Report.End, other.Report.End))
        && (!GivesKinds || !other.GivesKinds || Report.Kinds == other.Report.Kinds)
        && Agree(AreaOf(Report), AreaOf(other.Report)) && Agree(Part?.Place, other.Part?.Place)
        && (Part?.StatedSquareMetres is not { } one || other.Part?.StatedSquareMetres is not { } two || Math.Abs(one - two) <= 0.01 + 1e-6 * Math.Abs(one))
        && IsThere(other);

    /// <summary>The area a row names; one without a code is named by nobody.</summary>
    private static string? AreaOf(Report report) => AreaCode.IsNameless(report.HazardousArea) ? null : report.HazardousArea;

    private static bool Agree(string? one, string? two) => Codes.IsBlank(one) || Codes.IsBlank(two) || Codes.AreSame(one!, two!);

    /// <summary>As exactly as the vaguer of the two says.</summary>
    private static bool Agree(ReportDate one, ReportDate two) => (one.Precision > two.Precision ? one.Precision : two.Precision) switch
    {
        DatePrecision.Day => one.Day == two.Day,
        DatePrecision.Month => (one.Day.Year, one.Day.Month) == (two.Day.Year, two.Day.Month),
        DatePrecision.Year => one.Day.Year == two.Day.Year,
        _ => true,
    };

    private bool IsThere(RowContent other)
    {
        for (var i = 0; i < Report.Parts.Count; i++)
        {
            ReportPart one = Report.Parts[i], two = other.Report.Parts[i];
            if (one.Effect != two.Effect || one.Shape is { IsEmpty: false } != two.Shape is { IsEmpty: false }
                || (one.Shape is { IsEmpty: false } shape ? !SameOutline.Are(shape, two.Shape!)
                    : one.Point is null != two.Point is null || one.Point is { } at && !PointIndex.IsSame(at, two.Point!.Value)))
            {
                return false;
            }
        }

        return true;
    }
}
