using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>A coordinate system from its well-known text: OGC WKT 1, the ESRI kind in .prj files, and WKT 2. x is always easting or longitude, as all
/// file formats store it, whatever order the axes are named in; axes to the west or south are refused.</summary>
internal static class WktCoordinateSystem
{
    public static Outcome<CoordinateSystem> Read(string text, StatedShift? way, string? file)
    {
        var root = WktNode.Parse(text.Trim('\uFEFF', '\0', ' ', '\r', '\n', '\t'));
        return root is null ? Problems.CrsUnknown(file, $"{Shorten(text)}") : Read(root, way, file);
    }

    private static Outcome<CoordinateSystem> Read(WktNode node, StatedShift? way, string? file) => node.Keyword switch
    {
        "COMPD_CS" or "COMPOUNDCRS" when node.Nodes.FirstOrDefault(n => n.Keyword is not ("VERT_CS" or "VERTCRS")) is { } plane => Read(plane, way, file),
        "BOUNDCRS" => Bound(node, way, file),
        "GEOGCS" or "GEOGCRS" or "GEOGRAPHICCRS" or "GEODCRS" or "GEODETICCRS" => Geographic(node, way, file),
        "PROJCS" or "PROJCRS" or "PROJECTEDCRS" => Projected(node, way, file),
        _ => Problems.CrsUnknown(file, $"{node.Keyword} {node.Name}"),
    };

    private static Outcome<CoordinateSystem> Bound(WktNode node, StatedShift? way, string? file)
    {
        var source = node.Find("SOURCECRS")?.Nodes is [var first, ..] ? first : null;
        var shift = node.Find("ABRIDGEDTRANSFORMATION");
        var target = node.Find("TARGETCRS")?.Nodes is [var last, ..] ? last : null;
        if (source is null || shift is null || target is null || Datums.Find(target.Find("DATUM", "ENSEMBLE")?.Name ?? "") != Datum.Wgs84)
        {
            return Problems.CrsUnknown(file, $"{node.Keyword} {source?.Name}");
        }

        var bound = way is null ? BoundShift.Of(shift) : null;
        if (way is null && bound is null)
        {
            return Problems.CrsUnknown(file, $"{source.Name} by {shift.Find("METHOD")?.Name}");
        }

        return Read(source, way ?? bound, file);
    }

    private static Outcome<CoordinateSystem> Geographic(WktNode node, StatedShift? way, string? file)
    {
        var read = WktGeographic.Read(node, way, file);
        if (read.Problem is { } problem)
        {
            return problem;
        }

        var g = read.Value!;
        var isPlain = g.Datum == Datum.Wgs84 && g.PrimeMeridian == 0 && Math.Abs(g.RadiansPerUnit - WktGeographic.Degree) < 1e-12;
        return WrongAxis(node) is { } axis ? Problems.CrsUnknown(file, $"{node.Name} with an axis to the {axis}")
            : isPlain ? CoordinateSystem.Wgs84
            : new CoordinateSystem(node.Name, new GeographicMapping(g.Datum, g.PrimeMeridian, g.RadiansPerUnit), g.Datum.Via);
    }

    private static Outcome<CoordinateSystem> Projected(WktNode node, StatedShift? way, string? file)
    {
        if (IsWebMercator(node))
        {
            return new CoordinateSystem(node.Name, EpsgCodes.WebMercator);
        }

        if (node.Find("EXTENSION") is { } extension)
        {
            return Problems.CrsUnknown(file, $"{node.Name} with {extension.Name} {string.Join(' ', extension.Texts.Skip(1))}");
        }

        var geographic = node.Find("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS");
        if (geographic is null)
        {
            return Problems.CrsUnknown(file, $"{node.Name} without a geographic system");
        }

        var read = WktGeographic.Read(geographic, way, file);
        if (read.Problem is { } problem)
        {
            return problem;
        }

        if (WrongAxis(node) is { } axis)
        {
            return Problems.CrsUnknown(file, $"{node.Name} with an axis to the {axis}");
        }

        var conversion = node.Find("CONVERSION") ?? node;
        var method = (conversion.Find("METHOD", "PROJECTION")?.Name ?? "none").Replace('_', ' ').ToLowerInvariant();
        var metres = Metres(node) ?? 1;
        var parameters = new WktParameters(conversion, read.Value!.RadiansPerUnit, metres);
        var projection = WktMethods.Find(method, read.Value!.Datum.Ellipsoid, parameters);
        if (projection is null || parameters.Unread() is { Count: > 0 } || metres is not (> 1e-3 and < 1e4))
        {
            return Problems.CrsUnknown(file, projection is null ? $"{node.Name}: the projection method {method}"
                : (Phrase)$"{node.Name}: {method} with {string.Join(", ", parameters.Unread())}");
        }

        var meridian = parameters.CentralMeridian + read.Value.PrimeMeridian;
        var mapping = new PlaneMapping(read.Value.Datum, projection, meridian, parameters.FalseEasting, parameters.FalseNorthing, metres);
        var isTransverse = projection is TransverseMercator;
        return Contradicted(node, new CoordinateSystem(node.Name, mapping, read.Value.Datum.Via)
        {
            XIsNorth = XIsNorth(node) ?? isTransverse && Datums.CountsNorthAsX(read.Value.Datum.Name),
            Area = isTransverse ? AreasOfUse.Around(meridian / WktGeographic.Degree) : null,
        }, way, file);
    }

    /// <summary>A definition that bears the code of another system says two things.</summary>
    private static Outcome<CoordinateSystem> Contradicted(WktNode node, CoordinateSystem defined, StatedShift? way, string? file)
    {
        var authority = node.Find("AUTHORITY", "ID");
        var code = authority?.Name == "EPSG" ? authority.Number(0) is not null ? authority.Whole(0)
            : authority.Texts.Count > 1 ? PlainNumber.Whole(authority.Texts[1]) : null : null;
        if (code is null || CoordinateSystems.Resolve($"EPSG:{code}", file, way ?? defined.Datum.Way) is not { Value: { } coded })
        {
            return defined;
        }

        return coded.Agrees(defined)
            ? new CoordinateSystem(defined.Name, defined.Mapping, null)
            {
                RegistryName = coded.RegistryName, XIsNorth = coded.XIsNorth, Area = coded.Area, Via = defined.Via,
            }
            : Problems.CrsUnknown(file, $"{node.Name} with the code EPSG:{code.Value}, which is another system");
    }

    /// <summary>By the letters of the axes; null where they are not named X and Y.</summary>
    private static bool? XIsNorth(WktNode node)
    {
        var x = node.All("AXIS").Concat(node.Find("CS")?.All("AXIS") ?? [])
            .FirstOrDefault(a => a.Name.Equals("X", StringComparison.OrdinalIgnoreCase) || a.Name.Contains("(X)", StringComparison.OrdinalIgnoreCase));
        return x?.Texts.Skip(1).Any(t => t.Equals("north", StringComparison.OrdinalIgnoreCase));
    }

    private static double? Metres(WktNode node) =>
        (node.Find("UNIT", "LENGTHUNIT") ?? node.All("AXIS").Select(a => a.Find("LENGTHUNIT", "UNIT")).FirstOrDefault(u => u is not null))?.Number(0);

    /// <summary>Old definitions of Web Mercator hide the sphere in an extension; new ones name the method.</summary>
    private static bool IsWebMercator(WktNode node)
    {
        var method = (node.Find("CONVERSION") ?? node).Find("METHOD", "PROJECTION")?.Name ?? "";
        var extension = string.Join(' ', node.Find("EXTENSION")?.Texts ?? []);
        return method is "Mercator_Auxiliary_Sphere" or "Popular Visualisation Pseudo Mercator" or "Popular_Visualisation_Pseudo_Mercator"
            || method.StartsWith("Mercator", StringComparison.Ordinal) && extension.Contains("+a=6378137 +b=6378137", StringComparison.Ordinal);
    }

    private static string? WrongAxis(WktNode node) =>
        node.All("AXIS").SelectMany(a => a.Texts).Select(t => t.ToLowerInvariant()).FirstOrDefault(t => t is "south" or "west");

    private static string Shorten(string text) => text.Length <= 100 ? text : text[..97] + "...";
}
