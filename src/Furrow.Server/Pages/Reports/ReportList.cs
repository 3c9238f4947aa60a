using System.Globalization;
using Furrow.Core;
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
        query["q"].ToString().Trim(), Word(query, "status"), Word(query, "report"), query["organisation"].ToString(), Word(query, "effect"),
        int.TryParse(Word(query, "year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        query["located"] == "no", Guid.TryParse(query["batch"], out var batch) ? batch : null,
        query["team"].ToString(), query["method"].ToString(), query["donor"].ToString());

    private static string Word(IQueryCollection query, string name) => AddressWords.Read("/reports", query, name);

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
        MatchesStatus(entry) && (AsksForAll || Matches(entry.Report));

    /// <summary>Nothing of the reports' own content is asked for, so none need be unpacked.</summary>
    private bool AsksForAll => Kind.Length + Organisation.Length + Team.Length + Donor.Length + Method.Length + Effect.Length + Words.Length == 0
        && Year is null && !Unlocated;

    private bool Matches(Report report) =>
        (Kind.Length == 0 || ReportKinds.NameOf(report.Kind) == Kind)
        && (Organisation.Length == 0 || Codes.AreSame(report.Organisation, Organisation))
        && (Team.Length == 0 || report.Team == Team)
        && (Donor.Length == 0 || report.Donor == Donor)
        && (Method.Length == 0 || report.Parts.Any(p => p.Method == Method))
        && (Effect.Length == 0 || report.Parts.Any(p => p.Effect.ToString() == Effect))
        && (Year is null || report.End.Day.Year == Year)
        && (!Unlocated || report.Parts.Any(p => p.Shape is null or { IsEmpty: true }))
        && (Words.Length == 0 || Has(report.Code) || Has(report.HazardousArea) || Has(report.HazardousAreaName)
            || Has(report.Source?.File));

    private bool MatchesStatus(ReportEntry entry) => Status switch
    {
        "" => true,
        "waiting" => entry.IsWaiting,
        _ => NameOf(entry.Status) == Status,
    };

    private bool Has(string? text) => Codes.Has(text, Words);
}
