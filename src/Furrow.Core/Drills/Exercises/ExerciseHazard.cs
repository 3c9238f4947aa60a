using System.Globalization;
using Furrow.Core.Drills.Islands;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Drills.Exercises;

/// <summary>An invented hazardous area: its land, its kinds, who surveyed it, and how reports about it are written.</summary>
internal sealed record ExerciseHazard(int Number, HazardOutline Outline, Village Village, KindSet Kinds, string Surveyor, string Clearer, Guid Seed)
{
    public string Area => string.Create(CultureInfo.InvariantCulture, $"EXERCISE-HA-{Number:000}");

    public string AreaName => $"{Village.Name} {Number}";

    public int DepthCm => Kinds.HasFlag(KindSet.ClusterMunitionRemnants) ? 30 : 20;

    private NamedPoint Reference => new("EXERCISE reference point", Island.ToGrid(Village.At), $"{Village.Name}, middle of the village");

    /// <summary>A few metres outside the first corner.</summary>
    private NamedPoint Benchmark
    {
        get
        {
            Metres corner = Island.ToMetres(Outline.Whole.Polygons[0][0][0]), centre = Island.ToMetres(Outline.Centre);
            var away = corner - centre;
            return new NamedPoint("EXERCISE benchmark", Island.ToGrid(corner + away * (12 / away.Length)), "EXERCISE painted stone");
        }
    }

    /// <summary>A report about this area with everything a careful reporter fills in; the caller gives the parts.</summary>
    public Report Write(string code, ReportKind kind, DateOnly end, string organisation, params ReportPart[] parts) => new()
    {
        Id = IdOf(code),
        Code = code,
        Kind = kind,
        Start = kind is ReportKind.Custody ? null : new ReportDate(end.AddDays(-7 - Number % 40)),
        End = new ReportDate(end),
        Organisation = organisation,
        Team = $"{organisation} team {1 + Number % 3}",
        Donor = (Number % 4) switch { 0 => "EXERCISE Fund A", 1 => "EXERCISE Fund B", _ => null },
        Kinds = Kinds,
        HazardousArea = Area,
        HazardousAreaName = AreaName,
        ReferencePoint = Reference,
        Benchmark = Benchmark,
        Parts = parts,
    };

    public Report Suspected(string code, DateOnly end, Shape? shape = null) =>
        Write(code, ReportKind.SuspectedHazardousArea, end, Surveyor, Part(LandEffect.Suspect, shape ?? Outline.Whole)) with { Evidence = [Indirect(end)] };

    public Report Confirmed(string code, DateOnly end, Shape? shape = null) =>
        Write(code, ReportKind.ConfirmedHazardousArea, end, Surveyor, Part(LandEffect.Confirm, shape ?? Outline.Whole)) with { Evidence = [Direct(end)] };

    public Evidence Indirect(DateOnly end) =>
        new(EvidenceStrength.Indirect, (Number % 3) switch { 0 => "interview", 1 => "old record", _ => "land not in use" }, null, end.AddDays(-5), "EXERCISE");

    public Evidence Direct(DateOnly end) =>
        new(EvidenceStrength.Direct, Number % 2 == 0 ? "item seen" : "accident with known place", Outline.Centre, end.AddDays(-3), "EXERCISE");

    public ReportPart Part(LandEffect effect, Shape shape) => new()
    {
        Effect = effect,
        Shape = shape,
        StatedSquareMetres = Stated(shape),
        PositionAccuracyMetres = Number % 3 == 0 ? 1 : 3,
        TurningPoints = [.. shape.Polygons[0][0].Select((p, i) => new NamedPoint(string.Create(CultureInfo.InvariantCulture, $"TP{i + 1}"), p))],
    };

    public ReportPart Search(LandEffect effect, Shape shape, string method, int? depthCm = null) =>
        Part(effect, shape) with { Method = method, DepthSearchedCm = depthCm ?? DepthCm, DepthRequiredCm = DepthCm };

    public Guid IdOf(string code) => SeededNumbers.For(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(Seed.ToByteArray(bigEndian: true)), code)
        .NextGuid();

    /// <summary>The m² as a team would type it: rounded, and a little off.</summary>
    private double Stated(Shape shape)
    {
        var squareMetres = Checks.SharedArea.Micro(shape, shape)!.Value / 1e6;
        var rounded = squareMetres < 1_000 ? 10 : 100;
        return Math.Round(squareMetres * (1 + (Number % 5 - 2) * 0.008) / rounded) * rounded;
    }
}
