using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Server.Imports.Staging;

namespace Furrow.Server.Imports;

/// <summary>What becomes of a row. Every row has exactly one.</summary>
public enum Verdict
{
    Accepted,
    Repaired,
    WithoutPolygon,
    AlreadyHere,

    /// <summary>Its status says that nothing is said of its land.</summary>
    NoReport,
    Refused,
}

/// <summary>A row of the file and what becomes of it.</summary>
/// <param name="Rows">How many rows of the file it stands for: more than 1 for a polygon given point by point.</param>
/// <param name="Code">Code of the report made of it; null when none is.</param>
/// <param name="Problem">Why it was refused.</param>
/// <param name="Notes">What was assumed, and values of columns that could not be read.</param>
public sealed record RowVerdict(int Row, int Rows, Verdict Verdict, string? Code, Problem? Problem, IReadOnlyList<Repair> Repairs, IReadOnlyList<Phrase> Notes,
    GridPoint? Point, long AreaMicro, double AreaChangeSquareMetres)
{
    /// <summary>Where the readings of its drawing differ; null where there is one reading.</summary>
    public DrawingDoubt? Doubt { get; init; }

    /// <summary>What else refuses it.</summary>
    public IReadOnlyList<Problem> Further { get; init; } = [];

    /// <summary>All that refuses it.</summary>
    public IEnumerable<Problem> Refusals => Problem is null ? [] : Further.Prepend(Problem);

    /// <summary>The report made of it has the name of a place.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The land as mended, read from the stage at each asking; null without one, and when the stage is gone.</summary>
    public Shape? Shape => Draft.Read();

    internal StagedShape Draft { get; init; }

    /// <summary>What the rings as drawn have by the area formula, in which a loop drawn the other way round counts as negative.</summary>
    public double DrawnSquareMetres => Math.Max(0, (AreaMicro / (double)AreaText.MicroPerSquareMetre) - Repairs.Sum(r => r.AreaChangeSquareMetres));

    public bool ComesIn => Verdict is Verdict.Accepted or Verdict.Repaired or Verdict.WithoutPolygon;

    /// <summary>Refused until a person says that the repair is right, or draws anew; or that a column which speaks against the row does not.</summary>
    public bool Waits => IsWaiting(Problem);

    internal static bool IsWaiting(Problem? problem) => problem?.Code is Problems.DrawingInDoubtCode or Problems.ColumnContradictsCode;
}

/// <summary>The account of the rows: what was read equals the sum of the verdicts.</summary>
public sealed record RowAccount(int Read, int Accepted, int Repaired, int WithoutPolygon, int AlreadyHere, int NoReport, int Refused,
    double RepairedChangeSquareMetres)
{
    /// <summary>Of the refused: those that wait for a person's word.</summary>
    public int Waiting { get; private init; }

    /// <summary>Of the rows without polygon those that have a point.</summary>
    public int WithPoint { get; private init; }

    /// <summary>Of the rows without polygon those that have the name of a place and no point.</summary>
    public int ByPlace { get; private init; }

    public int Nowhere => WithoutPolygon - WithPoint - ByPlace;

    /// <summary>Rows that become reports.</summary>
    public int Taken => Accepted + Repaired + WithoutPolygon;

    /// <summary>The reports they become: fewer, where several rows are one.</summary>
    public int Reports { get; internal init; }

    /// <summary>Rows of which no report is made: here already, stating nothing, or refused.</summary>
    public int StaysOut => AlreadyHere + NoReport + Refused;

    public static RowAccount Of(int read, IReadOnlyList<RowVerdict> verdicts)
    {
        // One walk: verdicts are made while they are read.
        var counts = new int[(int)Verdict.Refused + 1];
        int points = 0, places = 0, waiting = 0, reports = 0;
        double change = 0;
        foreach (var v in verdicts)
        {
            counts[(int)v.Verdict] += v.Rows;
            points += v is { Verdict: Verdict.WithoutPolygon, Point: not null } ? v.Rows : 0;
            places += v is { Verdict: Verdict.WithoutPolygon, Point: null, IsNamed: true } ? v.Rows : 0;
            waiting += v.Waits ? v.Rows : 0;
            reports += v.ComesIn ? 1 : 0;
            change += v.AreaChangeSquareMetres;
        }

        int Count(Verdict verdict) => counts[(int)verdict];
        var account = new RowAccount(read, Count(Verdict.Accepted), Count(Verdict.Repaired), Count(Verdict.WithoutPolygon), Count(Verdict.AlreadyHere),
            Count(Verdict.NoReport), Count(Verdict.Refused), change) { WithPoint = points, ByPlace = places, Waiting = waiting, Reports = reports };
        return account.Taken + account.StaysOut == read
            ? account
            : throw new InvalidOperationException($"{read} rows were read, but {verdicts.Sum(v => v.Rows)} have a verdict.");
    }
}
