using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Tests.Projections;

/// <summary>Positions computed with PROJ 9.1 (gdaltransform), pinned here. Longitude and latitude to 1e-9 degree: 0.1 mm.</summary>
public sealed class ReferencePositionTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("EPSG:32633", 500000.0, 5000000.0, 15, 45.153477183356)]
    [InlineData("EPSG:32633", 733254.123, 4913456.789, 17.9259208557365, 44.3368990951029)]
    [InlineData("EPSG:32633", 250000.5, 4700000.25, 11.9617751081361, 42.4120516185814)]
    [InlineData("EPSG:32738", 612345.678, 8123456.789, 46.0552342091546, -16.9700446464727)]
    [InlineData("UTM 37N", 400000.0, 100.5, 38.1013623396789, 0.000909142439492265)]
    [InlineData("EPSG:25833", 512345.67, 4898765.43, 15.1546156213304, 44.2420179066698)]
    [InlineData("EPSG:3857", 2000000.0, 5500000.0, 17.9663056823904, 44.2228902348575)]
    [InlineData("EPSG:3857", -8238310.24, 4970071.58, -74.0060000391036, 40.7128000058393)]
    [InlineData("EPSG:3395", 2000000.0, 5500000.0, 17.9663056823904, 44.4151551259532)]
    [InlineData("EPSG:3034", 4600000.0, 2000000.0, 17.7478256883425, 44.2699192602779)]
    [InlineData("EPSG:4284", 46.75, 39.8, 46.7488051513568, 39.7999073821707)]
    [InlineData("EPSG:28408", 8650000.0, 4410000.0, 46.7504519138733, 39.8100963494446)]
    [InlineData("EPSG:28408", 8734567.89, 4398765.43, 47.733154083876, 39.6899399122203)]
    [InlineData("EPSG:28408 via EPSG:1808", 8650000.0, 4410000.0, 46.7504665698507, 39.8101296053413)]
    [InlineData("EPSG:28408 via EPSG:5044", 8650000.0, 4410000.0, 46.7504794776425, 39.8100928370615)]
    [InlineData("EPSG:2498", 650000.0, 4410000.0, 46.7504519138733, 39.8100963494446)]
    [InlineData("EPSG:2532", 16550000.0, 4410000.0, 48.5828321544661, 39.8218738041788)]
    [InlineData("EPSG:20007", 7400000.0, 5400000.0, 37.6392585168562, 48.7246602322343)]
    [InlineData("EPSG:3908", 6535000.0, 4857000.0, 18.4303460109378, 43.8566388261595)]
    [InlineData("EPSG:3908 via EPSG:8823", 6535000.0, 4857000.0, 18.4303285392646, 43.8566285540635)]
    [InlineData("EPSG:31276 via TOWGS84[489.88,183.912,533.711,5.76545,4.69994,-12.58211,1.00646]", 6480000.0, 4900000.0, 17.7445263181858, 44.2441910284022)]
    [InlineData("EPSG:23036 via EPSG:1784", 600000.0, 4300000.0, 34.1519288135443, 38.8414856491611)]
    [InlineData("EPSG:6384", 320000.0, 5590000.0, 30.2798925798177, 50.440534682541)]
    public void Systems_known_by_code_or_name_give_the_positions_of_PROJ(string crs, double x, double y, double lon, double lat) =>
        Compare(crs, x, y, lon, lat);

    [Theory]
    [InlineData("""
        PROJCS["WGS_1984_UTM_Zone_38N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],
        UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],
        PARAMETER["Central_Meridian",45.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """, 654321.5, 4432100.25, 46.8085040465437, 40.0250148015028)]
    [InlineData("""
        PROJCS["Pulkovo_1942_GK_Zone_8",GEOGCS["GCS_Pulkovo_1942",DATUM["D_Pulkovo_1942",SPHEROID["Krasovsky_1940",6378245.0,298.3]],
        PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",8500000.0],
        PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",45.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """, 8650000.0, 4410000.0, 46.7504519138733, 39.8100963494446)]
    [InlineData("""
        PROJCS["NAD83 / New York Long Island (ftUS)",GEOGCS["NAD83",DATUM["North_American_Datum_1983",SPHEROID["GRS 1980",6378137,298.257222101],
        TOWGS84[0,0,0,0,0,0,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_2SP"],
        PARAMETER["standard_parallel_1",41.0333333333333],PARAMETER["standard_parallel_2",40.6666666666667],PARAMETER["latitude_of_origin",
        40.1666666666667],PARAMETER["central_meridian",-74],PARAMETER["false_easting",984250],PARAMETER["false_northing",0],UNIT["US survey foot",
        0.304800609601219],AXIS["X",EAST],AXIS["Y",NORTH]]
        """, 987654.3, 198765.4, -73.9877203006371, 40.712241160766)]
    [InlineData("""
        PROJCS["NTF (Paris) / Lambert zone II",GEOGCS["NTF (Paris)",DATUM["Nouvelle_Triangulation_Francaise_Paris",SPHEROID["Clarke 1880 (IGN)",
        6378249.2,293.466021293627],TOWGS84[-168,-60,320,0,0,0,0]],PRIMEM["Paris",2.5969213],UNIT["grad",0.0157079632679489]],
        PROJECTION["Lambert_Conformal_Conic_1SP"],PARAMETER["latitude_of_origin",52],PARAMETER["central_meridian",0],PARAMETER["scale_factor",
        0.99987742],PARAMETER["false_easting",600000],PARAMETER["false_northing",2200000],UNIT["metre",1]]
        """, 651234.5, 2412345.6, 3.03233709247807, 48.7076109958433)]
    [InlineData("""
        PROJCS["Caspian Sea Mercator",GEOGCS["Pulkovo 1942",DATUM["Pulkovo_1942",SPHEROID["Krassowsky 1940",6378245,298.3],TOWGS84[25,-141,-78.5,0,
        0.35,0.736,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Mercator_2SP"],PARAMETER["standard_parallel_1",42],
        PARAMETER["central_meridian",51],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1]]
        """, -123456.7, 3654321.0, 49.5087530430239, 40.491724416717)]
    [InlineData("""
        PROJCRS["WGS 84 / UTM zone 33N",BASEGEOGCRS["WGS 84",ENSEMBLE["World Geodetic System 1984 ensemble",
        MEMBER["World Geodetic System 1984 (Transit)"],ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]],ENSEMBLEACCURACY[2.0]],
        PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4326]],CONVERSION["UTM zone 33N",METHOD["Transverse Mercator",
        ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8801]],
        PARAMETER["Longitude of natural origin",15,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8802]],PARAMETER["Scale factor at natural origin",
        0.9996,SCALEUNIT["unity",1],ID["EPSG",8805]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1],ID["EPSG",8806]],
        PARAMETER["False northing",0,LENGTHUNIT["metre",1],ID["EPSG",8807]]],CS[Cartesian,2],AXIS["(E)",east,ORDER[1],LENGTHUNIT["metre",1]],
        AXIS["(N)",north,ORDER[2],LENGTHUNIT["metre",1]],ID["EPSG",32633]]
        """, 733254.123, 4913456.789, 17.9259208557365, 44.3368990951029)]
    [InlineData("""
        BOUNDCRS[SOURCECRS[GEOGCRS["MGI 1901",DATUM["MGI 1901",ELLIPSOID["Bessel 1841",6377397.155,299.1528128,LENGTHUNIT["metre",1]]],
        PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],AXIS["latitude",north,ORDER[1],ANGLEUNIT["degree",
        0.0174532925199433]],AXIS["longitude",east,ORDER[2],ANGLEUNIT["degree",0.0174532925199433]]]],TARGETCRS[GEOGCRS["WGS 84",
        DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",
        0.0174532925199433]],CS[ellipsoidal,2],AXIS["latitude",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],AXIS["longitude",east,ORDER[2],
        ANGLEUNIT["degree",0.0174532925199433]]]],ABRIDGEDTRANSFORMATION["x",METHOD["Position Vector transformation (geog2D domain)"],
        PARAMETER["X-axis translation",489.88],PARAMETER["Y-axis translation",183.912],PARAMETER["Z-axis translation",533.711],
        PARAMETER["X-axis rotation",5.76545],PARAMETER["Y-axis rotation",4.69994],PARAMETER["Z-axis rotation",-12.58211],PARAMETER["Scale difference",
        1.00000100646]]]
        """, 18.4, 43.85, 18.3949095566781, 43.8500680041114)]
    public void Systems_defined_by_WKT_give_the_positions_of_PROJ(string wkt, double x, double y, double lon, double lat) => Compare(wkt, x, y, lon, lat);

    private static void Compare(string crs, double x, double y, double lon, double lat)
    {
        var system = CoordinateSystems.Resolve(crs).Get();
        var (l, p) = system.ToWgs84(x, y);
        Assert.Equal(lon, l, crs.Contains("Paris") ? 1e-8 : Tolerance);
        Assert.Equal(lat, p, Tolerance);
        var (backX, backY) = system.FromWgs84(l, p);
        Assert.Equal(x, backX, 1e-5);
        Assert.Equal(y, backY, 1e-5);
    }
}
