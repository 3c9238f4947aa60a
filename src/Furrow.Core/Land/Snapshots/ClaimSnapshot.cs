using Furrow.Core.Reports;

namespace Furrow.Core.Land;

/// <summary>Claims in a snapshot.</summary>
internal static class ClaimSnapshot
{
    public static void Write(ByteWriter to, LandClaim c)
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
        to.Put(c.HazardousArea);
        to.Put(c.HazardousAreaName);
        to.Put(c.AreaNumber);
        to.PutTexts(c.Predecessors);
        to.PutAll(c.PredecessorNumbers, static (to, number) => to.Put(number));
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
    }

    public static LandClaim Read(ByteReader from, int id) => new()
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
        Shape = Shape.OfCheckedBytes(from.Bytes()),
        HazardousArea = from.Text(),
        HazardousAreaName = from.Text(),
        AreaNumber = from.Int(),
        Predecessors = from.Texts(),
        PredecessorNumbers = from.All(static from => from.Int()),
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
