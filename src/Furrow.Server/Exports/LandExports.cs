using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Mappings;
using Furrow.Server.Verbs;

namespace Furrow.Server.Exports;

/// <summary>What can be exported, as tables in no format yet. The areas of the land table sum to the balance, to the last digit.</summary>
public static class LandExports
{
    /// <summary>The words of what can be exported, and what each holds.</summary>
    public static readonly IReadOnlyList<(string Word, string Meaning)> All =
    [
        ("land", "pieces of land with their status at the date, cell by cell"),
        ("areas", "hazardous areas with the land that is left of them"),
        ("reports", "the reports that count, with their polygons, in columns an import reads"),
        ("postings", "the journal of the land: every change, its cause and its report"),
    ];

    /// <param name="known">The land as known at the acceptance asked about.</param>
    public static ExportTable Of(string word, ProgrammeState state, LandLedger known, DateOnly asOf, KindSet kind) => word switch
    {
        "land" => Land(state, known, asOf, kind),
        "areas" => Areas(state, known, asOf),
        "reports" => Reports(state, known),
        "postings" => Postings(state, known, kind),
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "Not a word of the list."),
    };

    private static ExportTable Land(ProgrammeState state, LandLedger known, DateOnly asOf, KindSet kind)
    {
        var bounds = known.CountingClaims().Aggregate(GridBox.Empty, (box, claim) => box.With(claim.Shape.Bounds));
        return new ExportTable("land", state.IsExercise, ExportGeometry.Polygons,
            [
                new("kind", ExportType.Text), new("status", ExportType.Text), new("since", ExportType.Date), new("report", ExportType.Text),
                new("hazardous_area", ExportType.Text), new("area_square_metres", ExportType.Number),
            ],
            bounds.IsEmpty ? [] : LandQuestions.Window(known, bounds).Select(f => Piece(known, f, asOf, kind)).OfType<ExportRow>());
    }

    private static ExportRow? Piece(LandLedger known, LandFeature feature, DateOnly asOf, KindSet kind)
    {
        var history = feature.Histories.FirstOrDefault(h => (h.Kinds & kind) == kind);
        if (history is null || history.At(asOf) is LandStatus.Unrecorded or LandStatus.NotHandedOver)
        {
            return null;
        }

        var since = history.Since.Last(s => s.On <= asOf);
        var claim = since.Claim < 0 ? null : known.Claim(since.Claim);
        return new ExportRow([Kinds.NameOf(kind), Statuses.NameOf(since.Status), since.On, claim?.ReportCode, claim?.HazardousArea,
            Names.Area(feature.AreaMicro)],
            feature.Shape);
    }

    private static ExportTable Areas(ProgrammeState state, LandLedger known, DateOnly asOf) => new("hazardous areas", state.IsExercise, ExportGeometry.Polygons,
        [
            new("code", ExportType.Text), new("label", ExportType.Text), new("name", ExportType.Text), new("state", ExportType.Text), new("status", ExportType.Text),
            new("registered_square_metres", ExportType.Number), new("remaining_square_metres", ExportType.Number),
            new("released_square_metres", ExportType.Number), new("passed_on_square_metres", ExportType.Number),
            new("in_balance_square_metres", ExportType.Number), new("counted_under", ExportType.Text),
            new("first_reported", ExportType.Date), new("last_reported", ExportType.Date), new("kinds", ExportType.Text), new("predecessors", ExportType.Text),
        ],
        LandQuestions.HazardousAreas(known, asOf).Select(a => new ExportRow(
            [
                a.Code, a.Label, a.Name, Names.Of(a.State), Statuses.NameOf(a.Status), Names.Area(a.RegisteredMicro), Names.Area(a.RemainingMicro),
                Names.Area(a.ReleasedMicro), Names.Area(a.PassedOnMicro), Names.Area(a.InBalanceMicro), CountedUnder(a),
                a.FirstReported, a.LastReported, Kinds.NameOf(a.Kinds), string.Join(", ", a.Predecessors),
            ],
            a.RemainingMicro > 0 ? LandQuestions.Remaining(known, a.Code, asOf) : null)));

    /// <summary>Whose ground the rest of what remains is in the balance, with how many m².</summary>
    private static string CountedUnder(HazardousAreaAnswer area) =>
        string.Join("; ", area.CountedUnder.Select(s => $"{s.Label} {AreaText.Whole(s.AreaMicro)}"));

    private static ExportTable Reports(ProgrammeState state, LandLedger known) => new("reports", state.IsExercise, ExportGeometry.Polygons,
        [
            new("code", ExportType.Text), new("report_kind", ExportType.Text), new("effect", ExportType.Text), new("end_date", ExportType.Date),
            new("organisation", ExportType.Text), new("team", ExportType.Text), new("donor", ExportType.Text), new("kinds", ExportType.Text),
            new("hazardous_area", ExportType.Text), new("method", ExportType.Text), new("depth_searched_cm", ExportType.Whole),
            new("stated_area_square_metres", ExportType.Number), new("baseline", ExportType.Truth), new("acceptance", ExportType.Whole),
        ],
        known.CountingClaims().Select(c => new ExportRow(
            [
                c.ReportCode, ReportKinds.NameOf(c.ReportKind), WordOf(c.Effect), c.On, c.Organisation, c.Team, c.Donor, Kinds.NameOf(c.Kinds),
                c.HazardousArea,
                c.Method, c.DepthSearchedCm, c.StatedSquareMetres, c.Baseline, c.AcceptedAt,
            ],
            c.Shape)));

    /// <summary>As an import reads it: no other word would come back as what it was.</summary>
    private static string WordOf(LandEffect effect) => ValueWords.Effects.First(e => e.Effect == effect).Name;

    private static ExportTable Postings(ProgrammeState state, LandLedger known, KindSet kind) => new("postings", state.IsExercise, ExportGeometry.None,
        [
            new("acceptance", ExportType.Whole), new("date", ExportType.Date), new("report", ExportType.Text), new("kind", ExportType.Text), new("from",
                ExportType.Text),
            new("to", ExportType.Text), new("heading", ExportType.Text), new("organisation", ExportType.Text), new("area_square_metres", ExportType.Number),
        ],
        known.Postings.Range(0, known.Postings.Count).Where(p => p.Cause <= known.KnownAt && (p.Kinds & kind) == kind).Select(p => Posting(known, p, kind)));

    private static ExportRow Posting(LandLedger known, Posting p, KindSet kind)
    {
        var claim = known.Claim(p.Claim);
        return new ExportRow([
            p.Cause, claim.On, claim.ReportCode, Kinds.NameOf(kind), Statuses.NameOf(p.From), Statuses.NameOf(p.To), Names.Of(p.Heading), claim.Organisation,
            Names.Area(p.AmountMicro),
        ]);
    }
}
