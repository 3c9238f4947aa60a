using Furrow.Core.Keeping;
using Furrow.Core.Land;

namespace Furrow.Core.Reports;

/// <summary>What hangs on a report, as bytes: its parts, points, evidence, source and the columns nobody asked for.</summary>
internal static class ReportPartBytes
{
    /// <summary>All but the parts.</summary>
    public static void WriteAround(ByteWriter to, Report r)
    {
        to.PutTexts(r.Predecessors);
        to.PutTexts(r.Aliases);
        Put(to, r.ReferencePoint);
        Put(to, r.Benchmark);
        to.PutAll(r.Evidence, static (to, e) =>
        {
            to.Put((int)e.Strength);
            to.Put(e.Kind);
            Put(to, e.At);
            to.Put((int?)e.On?.DayNumber);
            SealBytes.Put(to, e.Description);
        });
        if (r.Source is { } source)
        {
            to.Put(source.File);
            to.Put(source.FileSha256);
            to.Put(source.RowSha256);
        }

        SealBytes.Put(to, r.Extra);
    }

    public static void Write(ByteWriter to, ReportPart p)
    {
        to.Put((int)p.Effect);
        to.Put(p.Shape is not null);
        if (p.Shape is { } shape)
        {
            to.Put(shape.Bytes.Span);
        }

        to.Put(p.Drawn is not null);
        if (p.Drawn is { } drawn)
        {
            to.Put(drawn.Text);
            to.Put(drawn.Reference);
            to.Put(drawn.MisclosureMetres);
        }

        Put(to, p.Point);
        to.Put(p.Place);
        to.Put(p.Method);
        to.Put(p.DepthSearchedCm);
        to.Put(p.DepthRequiredCm);
        to.Put(p.SurfaceReleases);
        to.Put(p.StatedSquareMetres);
        to.Put(p.PositionAccuracyMetres);
        to.PutAll(p.TurningPoints, static (to, point) => Put(to, point));
        to.PutAll(p.Repairs, static (to, repair) =>
        {
            to.Put(repair.Code);
            PhraseJson.Put(to, repair.Phrase);
            to.Put((double?)repair.AreaChangeSquareMetres);
        });
    }

    public static ReportPart[] ReadParts(ByteReader from, int count, long sealedIn, bool keepsBytes)
    {
        var parts = new ReportPart[count];
        for (var i = 0; i < count; i++)
        {
            parts[i] = new ReportPart
            {
                Effect = (LandEffect)from.Int(),
                Shape = from.Bool() ? Shape.OfCheckedBytes(keepsBytes ? from.Bytes() : from.Bytes().ToArray()) : null,
                Drawn = from.Bool() ? new AsDrawn(from.Text(), from.RequiredName(), from.OptionalDouble()) : null,
                Point = OptionalPoint(from),
                Place = from.Text(),
                Method = from.Name(),
                DepthSearchedCm = from.OptionalInt(),
                DepthRequiredCm = from.OptionalInt(),
                SurfaceReleases = from.Bool(),
                StatedSquareMetres = from.OptionalDouble(),
                PositionAccuracyMetres = from.OptionalDouble(),
                TurningPoints = TurningPoints(from, sealedIn),
                Repairs = from.All(static from => new Repair(from.RequiredText(), PhraseJson.Read(from), from.OptionalDouble() ?? 0)),
            };
        }

        return parts;
    }

    private static NamedPoint[] TurningPoints(ByteReader from, long sealedIn)
    {
        var points = from.Room<NamedPoint>();
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = OptionalPlace(from, sealedIn)!;
        }

        return points;
    }

    public static Evidence[] ReadEvidence(ByteReader from, long sealedIn)
    {
        var evidence = from.Room<Evidence>();
        for (var i = 0; i < evidence.Length; i++)
        {
            evidence[i] = new Evidence((EvidenceStrength)from.Int(), from.RequiredName(), OptionalPoint(from), from.Bool() ? from.Day() : null,
                SealBytes.Text(from, sealedIn));
        }

        return evidence;
    }

    public static SourceRow ReadSource(ByteReader from, int row) => new(from.RequiredName(), from.RequiredName(), row, from.RequiredText());

    public static NamedPoint? OptionalPlace(ByteReader from, long sealedIn) =>
        from.Bool() ? new(from.RequiredText(), Point(from), SealBytes.Text(from, sealedIn)) : null;

    private static void Put(ByteWriter to, NamedPoint? place)
    {
        to.Put(place is not null);
        if (place is not null)
        {
            to.Put(place.Name);
            to.Put(place.At.Lon);
            to.Put(place.At.Lat);
            SealBytes.Put(to, place.Description);
        }
    }

    private static void Put(ByteWriter to, GridPoint? point)
    {
        to.Put(point.HasValue);
        if (point is { } known)
        {
            to.Put(known.Lon);
            to.Put(known.Lat);
        }
    }

    private static GridPoint Point(ByteReader from)
    {
        var lon = from.Long();
        return new GridPoint(lon, from.Long());
    }

    private static GridPoint? OptionalPoint(ByteReader from) => from.Bool() ? Point(from) : null;
}
