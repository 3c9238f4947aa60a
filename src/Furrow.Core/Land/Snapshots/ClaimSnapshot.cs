using Furrow.Core.Keeping;

namespace Furrow.Core.Land;

/// <summary>Claims in a snapshot.</summary>
internal static class ClaimSnapshot
{
    public static void Write(ByteWriter to, LandClaim c, in FoldClaim folded)
    {
        to.Put(c.Report);
        to.Put(c.ReportCode);
        to.Put((int)c.ReportKind);
        to.Put(c.Part);
        to.Put((int)c.Effect);
        to.Put((int)c.Kinds);
        to.Put(c.Day);
        to.Put(c.PlacedAt);
        to.Put(c.Row);
        to.Put(c.AcceptedAt);
        to.Put(c.Shape.Bytes.Span);
        PutUndrawn(to, c.Undrawn);
        to.Put(c.HazardousArea);
        to.Put(c.HazardousAreaName);
        to.PutTexts(c.Predecessors);
        to.PutTexts(c.Aliases);
        to.Put(c.Organisation);
        to.Put(c.Team);
        to.Put(c.Donor);
        to.Put(c.Method);
        to.Put(c.DepthSearchedCm);
        to.Put(c.DepthRequiredCm);
        to.Put(c.SurfaceReleases);
        to.Put(c.Baseline);
        to.Put(c.StatedSquareMetres);
        to.Put(c.HandedOverTo);
        to.Put(folded.Area);
        to.PutAll(folded.Predecessors, static (to, number) => to.Put(number));
    }

    public static (LandClaim Claim, FoldClaim Folded) Read(ByteReader from, int id)
    {
        var claim = ReadClaim(from, id);
        return (claim, FoldClaim.Of(claim, from.Int(), from.All(static from => from.Int())));
    }

    private static void PutUndrawn(ByteWriter to, UndrawnPlace? undrawn)
    {
        to.Put(undrawn is null ? 0 : undrawn.Point is null ? 1 : 2);
        if (undrawn?.Point is { } at)
        {
            to.Put(at.Lon);
            to.Put(at.Lat);
            to.Put(undrawn.AccuracyMetres);
        }

        if (undrawn is not null)
        {
            to.Put(undrawn.Place);
        }
    }

    private static UndrawnPlace? Undrawn(ByteReader from) => from.Int() switch
    {
        0 => null,
        1 => new UndrawnPlace(null, null, from.Text()),
        _ => new UndrawnPlace(new GridPoint(from.Long(), from.Long()), from.OptionalDouble(), from.Text()),
    };

    private static LandClaim ReadClaim(ByteReader from, int id) => new()
    {
        Id = id,
        Report = from.Guid(),
        ReportCode = from.RequiredText(),
        ReportKind = (ReportKind)from.Int(),
        Part = from.Int(),
        Effect = (LandEffect)from.Int(),
        Kinds = (KindSet)from.Int(),
        Day = from.Int(),
        PlacedAt = from.Int(),
        Row = from.Int(),
        AcceptedAt = from.Int(),
        Shape = Shape.OfCheckedBytes(from.Bytes().ToArray()),
        Undrawn = Undrawn(from),
        HazardousArea = from.Text(),
        HazardousAreaName = from.Text(),
        Predecessors = from.Texts(),
        Aliases = from.Texts(),
        Organisation = from.RequiredText(),
        Team = from.Text(),
        Donor = from.Text(),
        Method = from.Text(),
        DepthSearchedCm = from.OptionalInt(),
        DepthRequiredCm = from.OptionalInt(),
        SurfaceReleases = from.Bool(),
        Baseline = from.Bool(),
        StatedSquareMetres = from.OptionalDouble(),
        HandedOverTo = from.Text(),
    };
}
