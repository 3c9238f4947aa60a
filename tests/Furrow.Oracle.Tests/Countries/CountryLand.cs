using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Trials;

namespace Furrow.Oracle.Tests.Countries;

/// <summary>The two layers in the ledger as the issue's main job puts them there: suspected on 2015-12-31 by acceptance 1, cleared on 2016-06-30 by
/// acceptance 2, for AP and AV mines.</summary>
public sealed class CountryLand
{
    public const KindSet Kinds = KindSet.ApMines | KindSet.AvMines;
    public static readonly DateOnly AsOf = new(2016, 12, 31);

    public CountryLand(TrialCountry country)
    {
        Suspected = Mend(country.Suspected, isRelease: false);
        Cleared = Mend(country.Cleared, isRelease: true);
        Municipalities = new PlaceSet("municipalities", [.. DrawnFile.Read(country.Municipalities).Select(f =>
            new Place($"{f.Properties["shapeName"]} {f.Properties["shapeID"]}", ShapeRepair.Mend(f.Polygons, isRelease: false).Shape!))]);
        Claims = [.. Claim(Suspected, LandEffect.Suspect, 0, 1, new DateOnly(2015, 12, 31)),
            .. Claim(Cleared, LandEffect.Clear, Suspected.Count, 2, new DateOnly(2016, 6, 30))];
        Ledger = LandLedger.Empty
            .Accept(new LandAcceptance(1, [.. Claims.Where(c => c.AcceptedAt == 1)], []))
            .Accept(new LandAcceptance(2, [.. Claims.Where(c => c.AcceptedAt == 2)], []));
    }

    /// <summary>Repaired shapes with their row in the file.</summary>
    public IReadOnlyList<(int Row, Shape Shape)> Suspected { get; }

    public IReadOnlyList<(int Row, Shape Shape)> Cleared { get; }

    public PlaceSet Municipalities { get; }

    public IReadOnlyList<LandClaim> Claims { get; }

    public LandLedger Ledger { get; }

    /// <summary>The box of all reports.</summary>
    public GridBox Everywhere => Claims.Aggregate(GridBox.Empty, (box, claim) => box.With(claim.Shape.Bounds));

    /// <summary>Closing m² of one status.</summary>
    public static double Closing(IEnumerable<BalanceAccount> accounts, LandStatus status) =>
        (double)AreaText.SquareMetres(accounts.Where(a => a.Status == status).Sum(a => a.ClosingMicro));

    private static List<(int Row, Shape Shape)> Mend(string path, bool isRelease) =>
        [.. DrawnFile.Read(path).Where(f => f.Polygons.Length > 0)
            .Select(f => (f.Row, ShapeRepair.Mend(f.Polygons, isRelease).Shape))
            .Where(f => f.Shape is not null).Select(f => (f.Row, f.Shape!))];

    private static IEnumerable<LandClaim> Claim(IReadOnlyList<(int Row, Shape Shape)> shapes, LandEffect effect, int firstId, int acceptance, DateOnly on) =>
        shapes.Select((s, i) => new LandClaim
        {
            Id = firstId + i,
            Report = new Guid(acceptance, 0, 0, BitConverter.GetBytes((long)s.Row)),
            ReportCode = $"{effect}-{s.Row}",
            ReportKind = effect == LandEffect.Clear ? ReportKind.Clearance : ReportKind.SuspectedHazardousArea,
            Part = 0,
            Effect = effect,
            Kinds = Kinds,
            Day = on.DayNumber,
            PlacedAt = acceptance,
            AcceptedAt = acceptance,
            Row = s.Row,
            Shape = s.Shape,
            HazardousArea = effect == LandEffect.Suspect ? $"SHA-{s.Row}" : null,
            Organisation = "Mine action centre",
            Baseline = true,
        });
}
