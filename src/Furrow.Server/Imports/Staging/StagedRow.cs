using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Server.Imports.Staging;

/// <summary>What is known of the report of a row without reading it from the stage.</summary>
internal sealed class StagedRow(Report report, RepairedShape? mended, int length)
{
    private readonly object? _point = report.Parts[0].Point;
    private object? _corrects;
    private object? _again;

    /// <summary>Where it begins on the stage, set when it is kept there.</summary>
    public long At { get; set; }

    public int Length { get; } = length;

    public ReportKind Kind { get; } = report.Kind;

    /// <summary>The code it is to have; the report on the stage has the one it came with.</summary>
    public string Code
    {
        get;
        set => (field, IsAsItCame) = (value, IsAsItCame && ReferenceEquals(field, value));
    } = report.Code;

    public string? HazardousArea
    {
        get;
        set => (field, IsAsItCame) = (value, IsAsItCame && ReferenceEquals(field, value));
    } = report.HazardousArea;

    /// <summary>The report it corrects.</summary>
    public Guid? Corrects
    {
        get => (Guid?)_corrects;
        set => _corrects = value;
    }

    /// <summary>The returned report it is the next version of.</summary>
    public Guid? SentAgain
    {
        get => (Guid?)_again;
        set => (_again, IsAsItCame) = (value, IsAsItCame && value is null);
    }

    /// <summary>Nothing of it was given another value than it came with: the report on the stage is the one to commit.</summary>
    public bool IsAsItCame { get; private set; } = true;

    /// <summary>Nobody gave it its code.</summary>
    public bool IsCodeInvented { get; } = InventedCode.IsOf(report);

    public bool IsHazard { get; } = ReportKinds.IsHazard(report);

    public bool HasShape { get; } = report.Parts[0].Shape is not null;

    /// <summary>It has the name of a place.</summary>
    public bool IsNamed { get; } = !string.IsNullOrWhiteSpace(report.Parts[0].Place);

    public GridPoint? Point => (GridPoint?)_point;

    public IReadOnlyList<Repair> Repairs { get; } = report.Parts[0].Repairs;

    public long AreaMicro { get; } = mended?.AreaMicro ?? 0;

    /// <summary>The box around its land; empty without one.</summary>
    public GridBox Bounds { get; } = mended?.Shape?.Bounds ?? GridBox.Empty;

    /// <summary>m² the row states beside what it draws; NaN where it states none.</summary>
    public double StatedSquareMetres { get; } = report.Parts[0].StatedSquareMetres ?? double.NaN;

    /// <summary>Where the readings of its drawing differ; null where there is one reading.</summary>
    public DrawingDoubt? Doubt { get; } = mended?.Doubt is { AreaMicro: > 0 } doubt ? doubt : null;
}

/// <summary>The shape of a row that lies on the stage.</summary>
internal readonly record struct StagedShape(DraftStage? Stage, RowDraft? Row)
{
    /// <summary>Null when the row has none, or the stage is gone.</summary>
    public Shape? Read()
    {
        try
        {
            return Stage is { IsClosed: false } ? Stage.AsItCame(Row!, withLand: false).Report.Parts[0].Shape : null;
        }
        catch (ObjectDisposedException)
        {
            // Given up while somebody was looking at it.
            return null;
        }
    }
}
