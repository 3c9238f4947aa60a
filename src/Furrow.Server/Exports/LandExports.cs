using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Exchange.Exports;
using Furrow.Server.Answers;
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
    /// <param name="reader">Opens restricted texts, where the export has such, to be written too; null: they are only counted.</param>
    /// <param name="left">Counts what the rows do not hold; complete when this returns.</param>
    internal static ExportTable Of(string word, ProgrammeState state, LandLedger known, DateOnly asOf, KindSet kind, Reader? reader,
        ExportOmissions left) => word switch
    {
        "land" => Land(state, known, asOf, kind, left),
        "areas" => AreaExports.Of(state, known, asOf, left),
        "reports" => ReportExports.Of(state, known, reader, left),
        "postings" => Postings(state, known, kind),
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "Not a word of the list."),
    };

    private static ExportTable Land(ProgrammeState state, LandLedger known, DateOnly asOf, KindSet kind, ExportOmissions left)
    {
        var bounds = known.CountingClaims().Aggregate(GridBox.Empty, (box, claim) => box.With(claim.Shape.Bounds));
        foreach (var claim in known.CountingClaims().Where(c => c.On <= asOf && c.IsUnlocated))
        {
            left.Add("without a polygon: they are no land (see the areas and the reports)", true);
        }

        return new ExportTable("land", state.IsExercise, ExportGeometry.Polygons,
            [
                new("kind", ExportType.Text), new("kinds", ExportType.Text), new("status", ExportType.Text), new("since", ExportType.Date),
                new("report", ExportType.Text), new("hazardous_area", ExportType.Text, "haz_area"), new("organisation", ExportType.Text, "org"),
                new("baseline", ExportType.Truth), new("area_square_metres", ExportType.Number, "area_m2"),
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
        return new ExportRow([Kinds.NameOf(kind), Kinds.NameOf(KindsOf(feature, asOf, kind)), Statuses.NameOf(since.Status), since.On, claim?.ReportCode,
            claim?.HazardousArea, claim?.Organisation, claim?.Baseline, Names.Area(feature.AreaMicro)],
            feature.Shape);
    }

    /// <summary>The kinds of contamination a piece is spoken of for: of the most restrictive status, all that have one.</summary>
    private static KindSet KindsOf(LandFeature feature, DateOnly asOf, KindSet kind) => kind is not (KindSet.Overall or KindSet.Custody) ? kind
        : feature.Histories.Where(h => h.Kinds is not (KindSet.Overall or KindSet.Custody) && h.At(asOf) != LandStatus.Unrecorded)
            .Aggregate(KindSet.None, (all, h) => all | h.Kinds);

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
