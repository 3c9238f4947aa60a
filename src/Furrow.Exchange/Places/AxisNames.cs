namespace Furrow.Exchange.Places;

/// <summary>Names of columns, folded, that hold one of the two numbers of a position, in the languages in which sheets come: the one list
/// of them.</summary>
internal static class AxisNames
{
    /// <summary>Names that belong to each other.</summary>
    /// <param name="Name">The same for columns of one position: "Lat (2)" goes with "Lon (2)", not with "Easting (2)".</param>
    private sealed record Pair(string Name, string[] East, string[] North, bool IsDegrees = false);

    private static readonly Pair[] Pairs =
    [
        new("degrees", ["lon", "long", "longitude", "lng"], ["lat", "latitude"], true),
        new("x", ["x", "x coord", "coord x", "x coordinate", "coordinate x"], ["y", "y coord", "coord y", "y coordinate", "coordinate y"]),
        new("grid", ["easting", "eastings"], ["northing", "northings"]),
        new("east", ["east"], ["north"]),
        new("e", ["e"], ["n"]),
        new("utm", ["utm e", "utm x", "utm easting"], ["utm n", "utm y", "utm northing"]),
        new("point", ["point x"], ["point y"]),
        new("uzunluq", ["uzunluq", "uzunluq dairesi", "cografi uzunluq", "uzunluq derecesi"], ["enlik", "en dairesi", "cografi enlik", "cografi en",
            "en derecesi"], true),
        new("boylam", ["boylam", "boylam derecesi"], ["enlem", "enlem derecesi"], true),
        new("doğu", ["dogu"], ["kuzey"]),
        new("долгота", ["долгота", "восточная долгота", "довгота", "в д"], ["широта", "северная широта", "с ш"], true),
        new("duzina", ["duzina", "geografska duzina"], ["sirina", "geografska sirina"]),
        new("дужина", ["дужина", "географска дужина"], ["ширина", "географска ширина"]),
        new("dolzina", ["dolzina", "zemljepisna dolzina"], ["sirina", "zemljepisna sirina"]),
        new("lange", ["lange", "laenge", "geografische lange", "geographische lange", "geografische laenge", "geographische laenge", "langengrad",
            "laengengrad", "lengte"], ["breite", "geografische breite", "geographische breite", "breitengrad", "breedte"]),
        new("dlugosc", ["dlugosc", "dlugosc geograficzna"], ["szerokosc", "szerokosc geograficzna"]),
        new("delka", ["delka", "zemepisna delka", "dlzka"], ["sirka", "zemepisna sirka"]),
        new("lengde", ["lengde", "lengdegrad", "langd", "længde"], ["bredde", "breddegrad", "bredd"]),
        new("дължина", ["дължина", "географска дължина", "должина"], ["ширина", "географска ширина"]),
        new("طول", ["طول"], ["عرض"]),
        new("istok", ["istok"], ["sjever", "sever"]),
        new("طول بلد", ["طول بلد", "طول البلد", "خط الطول", "طول جغرافیایی"], ["عرض بلد", "عرض البلد", "خط العرض", "دائرة العرض", "عرض جغرافیایی"], true),
        new("rechtswert", ["rechtswert", "ostwert"], ["hochwert", "nordwert"]),
        new("longitud", ["longitud"], ["latitud"], true),
    ];

    /// <summary>Of these a value is a place only beside the other of its pair.</summary>
    private static readonly HashSet<string> OnlyBeside = ["x", "y", "east", "north", "istok", "sjever", "sever", "dogu", "kuzey"];

    /// <summary>Names people also give to other things: a length, a width, a letter.</summary>
    private static readonly HashSet<string> Unsure = ["e", "n", "uzunluq", "duzina", "sirina", "x coordinate", "y coordinate", "в д", "с ш"];

    public static readonly IReadOnlyList<string> East = [.. Pairs.SelectMany(p => p.East).Distinct()];

    public static readonly IReadOnlyList<string> North = [.. Pairs.SelectMany(p => p.North).Distinct()];

    /// <summary>What the words for width and length are called on the earth.</summary>
    private static readonly string[] OnEarth = ["geogra", "географ", "zemljepis", "zemepis", "langengrad", "breitengrad", "laengengrad", "lengdegrad",
        "breddegrad"];

    private static readonly HashSet<string> Degrees = [.. Pairs.Where(p => p.IsDegrees).SelectMany(p => p.East.Concat(p.North)).Except(Unsure),
        .. Pairs.SelectMany(p => p.East.Concat(p.North)).Where(n => OnEarth.Any(n.StartsWith))];

    private static readonly Dictionary<string, (string Pair, bool IsEast)> ByName = Pairs.SelectMany(p => p.East.Select(n => (n, p.Name, true))
        .Concat(p.North.Select(n => (n, p.Name, false)))).DistinctBy(n => n.n).ToDictionary(n => n.n, n => (n.Name, n.Item3));

    /// <summary>Latitude or longitude by its name, and no easting or northing.</summary>
    public static bool IsDegrees(string folded) => Degrees.Contains(folded);

    /// <summary>The name says half of a place and hardly anything else, by itself or beside the other half.</summary>
    public static bool IsHalf(string folded, IReadOnlyCollection<string> all) => ByName.TryGetValue(folded, out var axis)
        && !Unsure.Contains(folded) && !SizeNames.MayBe(folded)
        && (!OnlyBeside.Contains(folded)
            || Pairs.Any(p => p.Name == axis.Pair && all.Any(a => (axis.IsEast ? p.North : p.East).Contains(a))));

    /// <summary>Null where the name is that of no axis.</summary>
    public static (string Pair, bool IsEast)? Find(string folded) => ByName.TryGetValue(folded, out var axis) ? axis : null;
}
