using Furrow.Core.Keeping;
using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>A report as bytes and back, every field of it. Held in memory and in snapshots only; the log keeps the fact format. Of
/// what is sealed it holds the place.</summary>
internal static class ReportBytes
{
    [ThreadStatic]
    private static ByteWriter? _ofThisThread;

    public static byte[] Write(Report r) => Written(r).ToArray();

    /// <summary>The same, good until the next report is written on this thread.</summary>
    public static ReadOnlySpan<byte> Written(Report r)
    {
        var to = _ofThisThread ??= new ByteWriter();
        to.Clear();
        to.Put(r.Id);
        to.PutByte(Flags(r));
        to.Put((ulong)r.Parts.Count);
        to.Put(r.Source?.Row ?? 0);
        Put(to, r.End);
        var bounds = BoundsOf(r);
        to.Put(!bounds.IsEmpty);
        if (!bounds.IsEmpty)
        {
            to.Put(bounds.MinLon);
            to.Put(bounds.MinLat);
            to.Put(bounds.MaxLon);
            to.Put(bounds.MaxLat);
        }

        to.Put(r.Code);
        to.Put((int)r.Kind);
        Put(to, r.Start);
        to.Put(r.Organisation);
        to.Put(r.Team);
        to.Put(r.Donor);
        to.Put((int)r.Kinds);
        to.Put(r.HazardousArea);
        to.Put(r.HazardousAreaName);
        to.Put(r.Baseline);
        if (r.Corrects is { } corrects)
        {
            to.Put(corrects);
        }

        if (r.Withdraws is { } withdraws)
        {
            to.Put(withdraws);
        }

        to.Put(r.HandedOverTo);
        to.Put(SealBytes.PositionOf(r));
        SealBytes.Put(to, r.Remarks);
        ReportPartBytes.WriteAround(to, r);
        foreach (var part in r.Parts)
        {
            ReportPartBytes.Write(to, part);
        }

        return to.Written;
    }

    private static GridBox BoundsOf(Report r)
    {
        var box = GridBox.Empty;
        for (var i = 0; i < r.Parts.Count; i++)
        {
            box = r.Parts[i].Shape is { IsEmpty: false } shape ? box.With(shape.Bounds) : box;
        }

        return box;
    }

    private static byte Flags(Report r) => (byte)((r.Corrects is null ? 0 : PackedReport.HasCorrects)
        | (r.Withdraws is null ? 0 : PackedReport.HasWithdraws) | (r.Source is null ? 0 : PackedReport.HasSource));

    /// <param name="bytes">What <see cref="Write"/> gave.</param>
    /// <param name="keepsBytes">Shapes of the report are these bytes, which nobody changes, and not a copy of them.</param>
    public static Report Read(ReadOnlyMemory<byte> bytes, bool keepsBytes = true)
    {
        var from = new ByteReader(bytes);
        var id = from.Guid();
        var flags = from.Byte();
        var (parts, row, end) = (from.Count(), from.Int(), Date(from));
        SkipBounds(from);
        var report = new Report
        {
            Id = id,
            Code = from.RequiredText(),
            Kind = (ReportKind)from.Int(),
            Start = OptionalDate(from),
            End = end,
            Organisation = from.RequiredName(),
            Team = from.Name(),
            Donor = from.Name(),
            Kinds = (KindSet)from.Int(),
            HazardousArea = from.Text(),
            HazardousAreaName = from.Text(),
            Baseline = from.Bool(),
            Corrects = (flags & PackedReport.HasCorrects) != 0 ? from.Guid() : null,
            Withdraws = (flags & PackedReport.HasWithdraws) != 0 ? from.Guid() : null,
            HandedOverTo = from.Name(),
            Remarks = SealBytes.Text(from, from.Long(), out var sealedIn),
            Predecessors = from.Texts(),
            Aliases = from.Texts(),
            ReferencePoint = ReportPartBytes.OptionalPlace(from, sealedIn),
            Benchmark = ReportPartBytes.OptionalPlace(from, sealedIn),
            Evidence = ReportPartBytes.ReadEvidence(from, sealedIn),
            Source = (flags & PackedReport.HasSource) != 0 ? ReportPartBytes.ReadSource(from, row) : null,
            Extra = SealBytes.Texts(from, sealedIn),
            Parts = ReportPartBytes.ReadParts(from, parts, sealedIn, keepsBytes),
        };
        return from.IsAtEnd ? report : throw new FormatException("Bytes after the end of a report.");
    }

    private static void SkipBounds(ByteReader from)
    {
        for (var left = from.Bool() ? 4 : 0; left > 0; left--)
        {
            from.Long();
        }
    }

    private static void Put(ByteWriter to, ReportDate date)
    {
        to.Put(date.Day.DayNumber);
        to.Put((int)date.Precision);
    }

    private static void Put(ByteWriter to, ReportDate? date)
    {
        to.Put(date.HasValue);
        if (date is { } known)
        {
            Put(to, known);
        }
    }

    private static ReportDate Date(ByteReader from) => new(from.Day(), (DatePrecision)from.Int());

    private static ReportDate? OptionalDate(ByteReader from) => from.Bool() ? Date(from) : null;
}
