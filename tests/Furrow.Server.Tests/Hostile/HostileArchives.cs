using static Furrow.Server.Tests.Hostile.HostileFile;

namespace Furrow.Server.Tests.Hostile;

/// <summary>Archives that contradict themselves or unpack to much more than they are.</summary>
internal static class HostileArchives
{
    private const string Broken = "archive-broken", Limit = "file-beyond-limit";
    private static readonly byte[] Csv = Text("code,lat,lon\nA,44.1,18.5\n");
    private static readonly byte[] Kml = Text("<kml><Placemark><Point><coordinates>18.5,44.1</coordinates></Point></Placemark></kml>");

    public static IEnumerable<HostileFile> Make()
    {
        var one = new Lie("a.csv", Csv);
        yield return new("a byte changed, stored", "a.zip", HostileZip.Of(one with { CrcChange = 1 }), Broken);
        yield return new("a byte changed, deflated", "a.kmz", HostileZip.Of(new Lie("doc.kml", Kml) { Deflate = true, CrcChange = 0x100 }), Broken);
        yield return new("a byte changed behind what is read", "a.xlsx",
            HostileWorkbooks.Book("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c></row>", extra: new Lie("docProps/app.xml", Text("<a/>"))
            { CrcChange = 7 }), Broken);
        yield return new("larger than stated", "a.zip", HostileZip.Of(one with { Deflate = true, StatedMore = -5 }), Broken);
        yield return new("smaller than stated", "a.zip", HostileZip.Of(one with { Deflate = true, StatedMore = 5 }), Broken);
        yield return new("stated to be 3 GB", "a.zip", HostileZip.Of(one with { Deflate = true, StatedMore = 3_000_000_000 }), Limit);
        yield return new("stored and of two sizes", "a.zip", HostileZip.Of(one with { StatedMore = 100 }), Broken);
        yield return new("another name where it lies", "a.zip", HostileZip.Of(one with { LocalName = "b.csv" }), Broken);
        yield return new("another size where it lies", "a.zip", HostileZip.Of(one with { LocalMore = 9 }), Broken);
        yield return new("encrypted only where it lies", "a.zip", HostileZip.Of(one with { LocalFlags = 1 }), Broken);
        yield return new("encrypted", "a.zip", HostileZip.Of(one with { Flags = 1 }), Broken);
        yield return new("packed by bzip2", "a.zip", HostileZip.Of(one with { Method = 12 }), Broken);
        yield return new("one member over another", "a.zip", Overlapping(), Broken);
        yield return new("two members of one name", "a.zip", HostileZip.Of(one, one), Broken);
        yield return new("two names but for case", "a.zip", HostileZip.Of(one, one with { Name = "A.CSV" }), Broken);
        yield return new("a name that leads out", "a.zip", HostileZip.Of(one with { Name = "../../a.csv" }), Broken);
        yield return new("a name with a drive", "a.zip", HostileZip.Of(one with { Name = "C:\\a.csv" }), Broken);
        yield return new("a name with a zero", "a.zip", HostileZip.Of(one with { Name = "a.csv\0.exe" }), Broken);
        yield return new("bytes between member and directory", "a.zip", HostileZip.Of(one with { Gap = 5000 }), Broken);
        yield return new("bytes behind the end", "a.zip", HostileZip.Of([one], 100, 0, 0, 0), Broken);
        yield return new("a directory that lies elsewhere", "a.zip", HostileZip.Of([one], 0, 7, 0, 0), Broken);
        yield return new("a directory beyond 4 GB", "a.zip", HostileZip.Of([one], 0, uint.MaxValue - 100, 0, 0), Broken);
        yield return new("60,000 members stated", "a.zip", HostileZip.Of([one], 0, 0, 60_000, 0), Limit);
        yield return new("5,000 members stated", "a.zip", HostileZip.Of([one], 0, 0, 5_000, 0), Broken);
        yield return new("part 3 of several", "a.zip", HostileZip.Of([one], 0, 0, 0, 3), Broken);
        yield return new("cut off", "a.zip", HostileZip.Of(one)[..^30], Broken);
        yield return new("an archive in an archive in an archive", "a.zip",
            HostileZip.Honest(("b.zip", HostileZip.Honest(("c.zip", HostileZip.Honest(("a.csv", Csv)))))), "format-unknown");
        yield return new("blanks packed a thousand times", "a.kmz", HostileZip.Honest(("doc.kml", Text("<kml>" + Many(" ", 30_000_000)))), Limit);
        yield return new("blanks packed in a workbook in an archive", "a.zip", HostileZip.Honest(("a.xlsx", Text("PK\x03\x04" + Many(" ", 20_000_000)))), Limit);
        yield return new("zeros for a shape", "a.zip", HostileZip.Honest(("a.shp", new byte[30_000_000]), ("a.prj", Text(HostileShapefiles.Wgs84))), Limit);
    }

    /// <summary>The second member lies inside the bytes of the first.</summary>
    private static byte[] Overlapping()
    {
        var inner = HostileZip.Of(new Lie("b.csv", Csv));
        var outer = new Lie("a.bin", inner[..(30 + 5 + Csv.Length)]);
        return HostileZip.Of(outer, new Lie("b.csv", Csv) { HeaderAt = 30 + 5 });
    }
}
