using Furrow.Exchange.Projections;
using Xunit;

namespace Furrow.Oracle.Tests.Projections;

/// <summary>Systems that come as a definition and not as a code: what PROJ makes of the same text, to a millimetre.</summary>
public sealed class DefinitionsAgainstProjTests
{
    private const string Krassovsky = "SPHEROID[\"Krassowsky 1940\",6378245,298.3]";
    private const string Degrees = "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]";
    private const string Base = """
        SOURCECRS[GEOGCRS["MGI 1901",DATUM["MGI 1901",ELLIPSOID["Bessel 1841",6377397.155,299.1528128,LENGTHUNIT["metre",1]]],
        PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],AXIS["latitude",north,ORDER[1],ANGLEUNIT["degree",
        0.0174532925199433]],AXIS["longitude",east,ORDER[2],ANGLEUNIT["degree",0.0174532925199433]]]],TARGETCRS[GEOGCRS["WGS 84",
        DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",
        0.0174532925199433]],CS[ellipsoidal,2],AXIS["latitude",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],AXIS["longitude",east,ORDER[2],
        ANGLEUNIT["degree",0.0174532925199433]]]]
        """;

    private const string NewTriangulation = "DATUM[\"Nouvelle_Triangulation_Francaise_Paris\",SPHEROID[\"Clarke 1880 (IGN)\",6378249.2,293.466021293627],"
        + "TOWGS84[-168,-60,320,0,0,0,0]]";

    public static TheoryDataRow<string, string>[] Definitions() =>
    [
        new("grads from Paris, OGC", $"""
            PROJCS["NTF (Paris) / Lambert zone III",GEOGCS["NTF (Paris)",{NewTriangulation},PRIMEM["Paris",2.5969213],UNIT["grad",0.015707963267949]],
            PROJECTION["Lambert_Conformal_Conic_1SP"],PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",0],PARAMETER["scale_factor",0.999877499],
            PARAMETER["false_easting",600000],PARAMETER["false_northing",3200000],UNIT["metre",1]]
            """),
        new("grads from Paris, the meridian in degrees as ESRI writes it", $"""
            ESRI::PROJCS["NTF_Paris_Lambert_Zone_III",GEOGCS["GCS_NTF_Paris",{NewTriangulation},PRIMEM["Paris",2.337229166666667],
            UNIT["Grad",0.01570796326794897]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",600000.0],PARAMETER["False_Northing",3200000.0],
            PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",49.0],PARAMETER["Scale_Factor",0.999877499],PARAMETER["Latitude_Of_Origin",49.0],
            UNIT["Meter",1.0]]
            """),
        new("local system, X to the north", $"""
            PROJCS["Local of a district",GEOGCS["Pulkovo 1942",DATUM["Pulkovo_1942",{Krassovsky},TOWGS84[23.57,-140.95,-79.8,0,0.35,0.79,-0.22]],{Degrees}],
            PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",44.55],PARAMETER["scale_factor",1],
            PARAMETER["false_easting",1300000],PARAMETER["false_northing",-4511057.628],UNIT["metre",1],AXIS["X",NORTH],AXIS["Y",EAST]]
            """),
        new("three parameters", $"""
            GEOGCS["Local",DATUM["Local",{Krassovsky},TOWGS84[28,-121,-77]],{Degrees}]
            """),
        new("seven parameters", $"""
            GEOGCS["Local",DATUM["Local",{Krassovsky},TOWGS84[686.1,-123.5,-574.4,8.045,-23.366,10.791,-2.926]],{Degrees}]
            """),
        new("position vector, one plus the difference", Bound("Position Vector transformation (geog2D domain)", 1, "1.00000100646")),
        new("coordinate frame, one plus the difference", Bound("Coordinate Frame rotation (geog2D domain)", -1, "1.00000100646")),
    ];

    [Theory, MemberData(nameof(Definitions))]
    public void A_definition_gives_the_places_of_PROJ(string name, string definition)
    {
        var isOurs = definition.Replace("ESRI::", "", StringComparison.Ordinal);
        var system = CoordinateSystems.Resolve(isOurs).Get();
        var (lon, lat) = name.Contains("Paris", StringComparison.Ordinal) ? (3.0, 44.1)
            : name.Contains("local", StringComparison.Ordinal) ? (44.7, 40.9) : (18.2, 43.9);
        List<(double X, double Y)> asked =
            [.. from dx in (double[])[-1.4, 0, 0.9] from dy in (double[])[-1, 0, 1.3] select system.FromWgs84(lon + dx, lat + dy)];
        var theirs = GdalTransform.ToWgs84(definition, asked);
        Assert.Equal([], asked.Zip(theirs, (ours, their) => (Ours: system.ToWgs84(ours.X, ours.Y), Theirs: their))
            .Where(p => Math.Abs(p.Ours.Lon - p.Theirs.X) > 1e-8 || Math.Abs(p.Ours.Lat - p.Theirs.Y) > 9e-9));
        Assert.Equal(asked.Count, theirs.Count);
    }

    private static string Bound(string method, int sign, string scale) => $"""
        BOUNDCRS[{Base},ABRIDGEDTRANSFORMATION["x",METHOD["{method}"],PARAMETER["X-axis translation",489.88],PARAMETER["Y-axis translation",183.912],
        PARAMETER["Z-axis translation",533.711],PARAMETER["X-axis rotation",{(sign > 0 ? "" : "-")}5.76545],PARAMETER["Y-axis rotation",{(sign > 0 ? "" : "-")}4.69994],
        PARAMETER["Z-axis rotation",{(sign > 0 ? "-" : "")}12.58211],PARAMETER["Scale difference",{scale}]]]
        """;
}
