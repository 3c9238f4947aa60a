using System.Globalization;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;

namespace Furrow.Server.Pages.Reports;

/// <summary>The list of reports as an address asks for it.</summary>
/// <param name="Status">A review status; "waiting" for what somebody still has to decide.</param>
/// <param name="Located">"no" for records without polygon.</param>
public sealed record ReportList(string Words, string Status, string Kind, string Organisation, string Effect, int? Year, bool Unlocated, Guid? Batch,
    string Team, string Method, string Donor)
{
    public static ReportList Read(IQueryCollection query) => new(
        query["q"].ToString().Trim(), query["status"].ToString(), query["report"].ToString(), query["organisation"].ToString(), query["effect"].ToString(),
        int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        query["located"] == "no", Guid.TryParse(query["batch"], out var batch) ? batch : null,
        query["team"].ToString(), query["method"].ToString(), query["donor"].ToString());

    public static string NameOf(ReportStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>Newest first: what came in last is what people look for.</summary>
    public IReadOnlyList<ReportEntry> Of(ProgrammeState state)
    {
        var from = Batch is { } batch ? state.Book.InBatch(batch) : state.Reports;
        var chosen = from.Where(Matches).ToList();
        chosen.Reverse();
        return chosen;
    }

    private bool Matches(ReportEntry entry) =>
        MatchesStatus(entry)
        && (Kind.Length == 0 || ReportKinds.NameOf(entry.Report.Kind) == Kind)
        && (Organisation.Length == 0 || string.Equals(entry.Report.Organisation, Organisation, StringComparison.OrdinalIgnoreCase))
        && (Team.Length == 0 || entry.Report.Team == Team)
        && (Donor.Length == 0 || entry.Report.Donor == Donor)
        && (Method.Length == 0 || entry.Report.Parts.Any(p => p.Method == Method))
        && (Effect.Length == 0 || entry.Report.Parts.Any(p => p.Effect.ToString() == Effect))
        && (Year is null || entry.Report.End.Day.Year == Year)
        && (!Unlocated || entry.Report.Parts.Any(p => p.Shape is null or { IsEmpty: true }))
        && (Words.Length == 0 || Has(entry.Report.Code) || Has(entry.Report.HazardousArea) || Has(entry.Report.HazardousAreaName)
            || Has(entry.Report.Source?.File));

    private bool MatchesStatus(ReportEntry entry) => Status switch
    {
        "" => true,
        "waiting" => entry.IsWaiting,
        _ => NameOf(entry.Status) == Status,
    };

    private bool Has(string? text) => text?.Contains(Words, StringComparison.OrdinalIgnoreCase) == true;
}
