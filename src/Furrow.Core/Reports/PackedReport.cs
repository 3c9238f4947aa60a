using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>A report as its bytes. A country's half million reports are held like this, a few hundred bytes each and nothing for the collector to walk
/// through, and unpacked when somebody looks at one. What is asked of all of them again and again stands in front and is read without unpacking.</summary>
public readonly struct PackedReport : IEquatable<PackedReport>
{
    internal const byte HasCorrects = 1;
    internal const byte HasWithdraws = 2;
    internal const byte HasSource = 4;
    private const int FlagsAt = 16;

    private readonly ReadOnlyMemory<byte> _bytes;

    internal PackedReport(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    public static PackedReport Of(Report report) => new(ReportBytes.Write(ReportSeals.Placed(report)));

    public ReadOnlyMemory<byte> Bytes => _bytes;

    public Guid Id => new(_bytes.Span[..FlagsAt], bigEndian: true);

    /// <summary>It takes another report away.</summary>
    public bool IsWithdrawal => (_bytes.Span[FlagsAt] & HasWithdraws) != 0;

    /// <summary>The report it takes away; null when it takes none.</summary>
    public Guid? Withdraws => IsWithdrawal ? Unpack().Withdraws : null;

    /// <summary>The report it corrects; null when it corrects none.</summary>
    public Guid? Corrects => (_bytes.Span[FlagsAt] & HasCorrects) != 0 ? Unpack().Corrects : null;

    /// <summary>The report it corrects or takes away.</summary>
    public Guid? Target => Corrects ?? Withdraws;

    public int PartCount => Front().PartCount();

    /// <summary>Row of the file it came from; null when it came by hand.</summary>
    public int? SourceRow => (_bytes.Span[FlagsAt] & HasSource) != 0 ? Front().SourceRow() : null;

    /// <summary>The effective date.</summary>
    public DateOnly EndDay => Front().EndDay();

    /// <summary>The box around its polygons; empty when it has none.</summary>
    public GridBox Bounds => Front().Bounds();

    public string Code => Front().Code();

    /// <summary>The whole report, made anew at each call: keep it while you need it. Its shapes are the bytes held here.</summary>
    public Report Unpack() => ReportBytes.Read(_bytes);

    private ReportFront Front() => new(_bytes.Span[(FlagsAt + 1)..]);

    public bool Equals(PackedReport other) => _bytes.Span.SequenceEqual(other._bytes.Span);

    public override bool Equals(object? obj) => obj is PackedReport other && Equals(other);

    public override int GetHashCode() => Id.GetHashCode();

    public static bool operator ==(PackedReport left, PackedReport right) => left.Equals(right);

    public static bool operator !=(PackedReport left, PackedReport right) => !left.Equals(right);
}
