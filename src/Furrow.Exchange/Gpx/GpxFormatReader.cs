using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Furrow.Core;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;
using NetTopologySuite.IO;

namespace Furrow.Exchange.Gpx;

/// <summary>Reads GPX 1.1: waypoints as points, routes and tracks as lines, which enclose no land, or as outlines where a person says so. GPX is always
/// WGS 84.</summary>
public sealed class GpxFormatReader : IFormatReader
{
    private const string Name = "GPX";
    private const string Waypoints = "waypoints", Routes = "routes", Tracks = "tracks", AsAreas = " as areas";
    private const string Namespace = "http://www.topografix.com/GPX/1/1";

    public string Format => Name;

    public FileReading Read(SourceFile file, ReadOptions options) => new(file, Name, options, reading => SecondPlaces.Compared(reading, Rows(reading)));

    private static IEnumerable<InputRow> Rows(FileReading reading)
    {
        if (StatedSystem.Of(reading.File.Name, reading.Options.Crs).Against("EPSG:4326", default).Problem is { } contradicted)
        {
            reading.Refuse(contradicted);
            yield break;
        }

        var (layer, row) = ((string?)null, 0);
        foreach (var part in Parts(reading) is { } parts && (layer = Layer(reading, parts)) is not null ? parts : [])
        {
            if (layer!.StartsWith(part.Layer, StringComparison.Ordinal))
            {
                yield return Row(reading, part, ++row, isArea: layer.EndsWith(AsAreas, StringComparison.Ordinal));
            }
        }
    }

    private static InputRow Row(FileReading reading, GpxPart part, int row, bool isArea)
    {
        var builder = new DrawnBuilder(reading.File.Name, row, reading.Options.Limits.PointsPerRow);
        foreach (var line in part.Lines)
        {
            for (var i = 0; i + 1 < line.Length && builder.Accept(line[i], line[i + 1]); i += 2)
            {
            }

            if (part.Layer == Waypoints)
            {
                builder.Point(line[0], line[1]);
            }
            else if (isArea)
            {
                builder.Polygon([line]);
            }
            else
            {
                builder.Line(part.Layer == Tracks ? "track" : "route");
            }
        }

        var geometry = builder.Build();
        return new InputRow { File = reading.File.Name, Row = row, Fields = part.Fields, Geometry = geometry, Problem = builder.Fault };
    }

    /// <summary>What is meant, where the file has several kinds or only lines; null, with a question, until somebody says it.</summary>
    private static string? Layer(FileReading reading, IReadOnlyList<GpxPart> parts)
    {
        var kinds = parts.Select(p => p.Layer).Distinct().ToList();
        List<string> layers = [.. kinds.SelectMany(k => k == Waypoints ? new[] { k } : [k, k + AsAreas])];
        reading.UseLayers(layers);
        var wanted = reading.Options.Layer;
        var chosen = wanted is not null ? layers.Find(l => l.Equals(wanted, StringComparison.OrdinalIgnoreCase)) : layers.Count == 1 ? layers[0] : null;
        if (chosen is null)
        {
            LayerQuestion.Ask(reading, layers, wanted, Name);
            return null;
        }

        reading.Understand(new(ReadingTopic.Part, "", chosen, Standing.Known));
        return chosen;
    }

    /// <summary>Everything in the file; null, with a complaint, when it cannot be read.</summary>
    private static List<GpxPart>? Parts(FileReading reading)
    {
        var file = reading.File.Name;
        var visitor = new Visitor(reading.Options.Limits);
        try
        {
            if (!IsOfThisVersion(reading.File))
            {
                reading.Refuse(Problems.FormatNotRead(file, $"GPX of another version than 1.1",
                    $"{string.Concat("gpsbabel -i gpx -f \"", file, "\" -o gpx,gpxver=1.1 -F converted.gpx")}"));
                return null;
            }

            using var stream = reading.File.Open();
            using var xml = XmlReader.Create(stream, Settings);
            GpxReader.Read(xml, new GpxReaderSettings { IgnoreVersionAttribute = true, IgnoreBadDateTime = true, DefaultCreatorIfMissing = "unknown",
                IgnoreUnexpectedChildrenOfTopLevelElement = true, BuildWebLinksForVeryLongUriValues = true }, visitor);
            return visitor.Parts;
        }
        catch (XmlException e)
        {
            reading.Refuse(e.Message.Contains("Unexpected end of file", StringComparison.Ordinal) ? Problems.FileEndsEarly(file, Name, visitor.Parts.Count)
                : Problems.FileBroken(file, Name, $"line {e.LineNumber}: {e.Message}"));
        }
        catch (GpxLimitException e)
        {
            reading.Refuse(Problems.FileBeyondLimit(file, e.Limit));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException or IOException))
        {
            // The library throws whatever a broken file makes it stumble over.
            reading.Refuse(Problems.FileBroken(file, Name, $"{e.Message.Split('\n')[0].Trim()}"));
        }

        return null;
    }

    private static XmlReaderSettings Settings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    private static bool IsOfThisVersion(SourceFile file)
    {
        using var stream = file.Open();
        using var xml = XmlReader.Create(stream, Settings);
        return xml.MoveToContent() == XmlNodeType.Element && xml.NamespaceURI == Namespace;
    }

    /// <param name="Lines">longitude, latitude, longitude ... of each segment; of a waypoint, one position.</param>
    private sealed record GpxPart(string Layer, IReadOnlyList<InputField> Fields, IReadOnlyList<double[]> Lines);

    private sealed class GpxLimitException(Phrase limit) : Exception(limit.ToString())
    {
        public Phrase Limit { get; } = limit;
    }

    private sealed class Visitor(ReadLimits limits) : GpxVisitorBase
    {
        public List<GpxPart> Parts { get; } = [];

        public override void VisitWaypoint(GpxWaypoint waypoint)
        {
            base.VisitWaypoint(waypoint);
            List<InputField> more =
            [
                new("sym", waypoint.SymbolText), new("time", waypoint.TimestampUtc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
                new("ele", waypoint.ElevationInMeters?.ToString("R", CultureInfo.InvariantCulture), true),
            ];
            Add(Waypoints, [("name", waypoint.Name), ("cmt", waypoint.Comment), ("desc", waypoint.Description), ("src", waypoint.Source),
                ("type", waypoint.Classification)], more, waypoint.Extensions, [At(waypoint)]);
        }

        public override void VisitRoute(GpxRoute route)
        {
            base.VisitRoute(route);
            Add(Routes, [("name", route.Name), ("cmt", route.Comment), ("desc", route.Description), ("src", route.Source), ("type", route.Classification)], [],
                route.Extensions, [[.. route.Waypoints.SelectMany(At)]]);
        }

        public override void VisitTrack(GpxTrack track)
        {
            base.VisitTrack(track);
            Add(Tracks, [("name", track.Name), ("cmt", track.Comment), ("desc", track.Description), ("src", track.Source), ("type", track.Classification)], [],
                track.Extensions, [.. track.Segments.Select(s => s.Waypoints.SelectMany(At).ToArray()).Where(s => s.Length > 0)]);
        }

        private static double[] At(GpxWaypoint point) => [point.Longitude, point.Latitude];

        private void Add(string layer, (string Name, string? Value)[] known, List<InputField> more, object? extensions, IReadOnlyList<double[]> lines)
        {
            if (Parts.Count >= limits.Rows)
            {
                throw new GpxLimitException($"{limits.Rows} rows");
            }

            var extra = extensions is IEnumerable<XElement> elements
                ? elements.SelectMany(e => e.DescendantsAndSelf()).Where(e => !e.HasElements).Select(e => new InputField(e.Name.LocalName, e.Value)) : [];
            Parts.Add(new(layer, [.. known.Select(k => new InputField(k.Name, k.Value)).Concat(more).Concat(extra)
                .Where(f => !string.IsNullOrWhiteSpace(f.Value)).Take(limits.FieldsPerRow)], lines));
        }
    }
}
