using Furrow.Core;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Places;

/// <summary>Looks at columns that give the place of a row a second time, beside the geometry or the columns it is read from: a place that lies elsewhere
/// refuses its row with both names and the distance; one that agrees is counted and said. Columns are known by their names, row by row, so that none is
/// missed for standing late in the file; those a person leaves out are passed over.</summary>
internal sealed class SecondPlaces(FileReading reading, string main, IReadOnlyCollection<string> read)
{
    private readonly Dictionary<string, PlaceColumn> _columns = [];
    private readonly SortedDictionary<string, int> _agreeing = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _uncompared = new(StringComparer.Ordinal);
    private readonly CoordinateSystem? _told = StatedSystem.Of(reading.File.Name, reading.Options.Crs).System.Value;

    /// <summary>Where the place is read from when no column gives it.</summary>
    public const string Geometry = "geometry";

    /// <summary>The rows of a file; one whose columns give its place a second time, elsewhere, is refused. Tables have looked themselves: their rows may be
    /// points of one polygon.</summary>
    public static IEnumerable<InputRow> Compared(FileReading reading, IEnumerable<InputRow> rows)
    {
        SecondPlaces? places = null;
        foreach (var sent in rows)
        {
            places = reading.Geometry is null ? places ?? new SecondPlaces(reading, Geometry, []) : null;
            // A person says that the file gives latitude before longitude; tables have read their columns so.
            var row = places is not null && reading.Options.Axes == PlaneAxes.XIsNorth && sent.Crs.IsGeographic
                ? sent with { Geometry = sent.Geometry.Exchanged() } : sent;
            yield return places is not null && row.Problem is null && places.Of(row, row.Geometry, row.Crs) is { } differ ? row with { Problem = differ } : row;
        }

        places?.Tell();
    }

    /// <param name="square">The side of the square the main place names.</param>
    public Problem? Of(InputRow row, DrawnGeometry drawn, CoordinateSystem crs, double? square = null)
    {
        List<(string Name, PlaceColumn Column, string Value)>? found = null;
        foreach (var (name, value, _) in row.Fields)
        {
            if (!string.IsNullOrWhiteSpace(value) && value != row.DrawnText && ColumnOf(name) is { Role: not PlaceRole.None } column)
            {
                (found ??= []).Add((name, column, value.Trim()));
            }
        }

        return found is null ? null
            : drawn.Kind == DrawnKind.None ? Lost(row, found)
            : StatedPlace.Of(drawn, crs, (square ?? 0) * 1.5 + Within(row, drawn, crs)) is not { } at ? null
            : Stated(found, crs).Select(s => Compare(row, at, s.Names, s.Places, square is not null)).FirstOrDefault(p => p is not null);
    }

    /// <summary>Says of the whole file what was compared and what could not be.</summary>
    public void Tell()
    {
        foreach (var (names, rows) in _agreeing)
        {
            reading.Warn(Problems.PlacesAgree(reading.File.Name, main, names, rows));
        }

        foreach (var (names, rows) in _uncompared)
        {
            reading.Warn(Problems.PlacesNotCompared(reading.File.Name, main, names, rows));
        }
    }

    /// <summary>Whether any column of these names gives a place beside the one that is read.</summary>
    public bool MayBeIn(IEnumerable<string> names) => names.Any(n => ColumnOf(n).Role is PlaceRole.Whole or PlaceRole.East);

    /// <summary>Says the zone of a place that other columns give.</summary>
    public bool IsZone(string name) => ColumnOf(name).Role is PlaceRole.Zone or PlaceRole.Hemisphere;

    /// <summary>What the figures of the main place are good to, where columns give it in degrees.</summary>
    private double Within(InputRow row, DrawnGeometry drawn, CoordinateSystem crs) => drawn.Kind != DrawnKind.Point || !crs.IsGeographic ? 0
        : row.Fields.Where(f => read.Contains(f.Name) && !string.IsNullOrWhiteSpace(f.Value) && Mgrs.Read(f.Value).Value is null)
            .Select(f => StatedPlaces.Within(f.Value!, read.Count == 1 ? 2 : 1)).DefaultIfEmpty().Max();

    private PlaceColumn ColumnOf(string name)
    {
        if (!_columns.TryGetValue(name, out var column))
        {
            column = read.Contains(name) || reading.Options.Leave.Contains(name) ? default : PlaceColumn.Of(name);
            _columns.Add(name, column);
        }

        return column;
    }

    /// <param name="isReference">The main place is a grid reference, whose order nobody takes for another.</param>
    private Problem? Compare(InputRow row, StatedPlace at, string names, IReadOnlyList<StatedPlace> places, bool isReference)
    {
        if (places.Count == 0)
        {
            _uncompared[names] = _uncompared.GetValueOrDefault(names) + 1;
            return null;
        }

        if (at.IsPoint && !places[0].IsPoint)
        {
            return Problems.PolygonBesidePoint(row.File, row.Row, main, names);
        }

        var nearest = places.Select(p => PlaceDistance.Between(at, p)).OrderBy(d => !d.Agrees).ThenBy(d => d.Metres).First();
        if (!nearest.Agrees)
        {
            var distance = PlaceDistance.Text(nearest.Metres);
            var isExchanged = places.Any(p => PlaceDistance.Between(at.Exchanged(), p).Agrees);
            return Problems.PlacesDiffer(row.File, row.Row, main, names, distance, !isExchanged ? null : isReference ? names : main);
        }

        _agreeing[names] = _agreeing.GetValueOrDefault(names) + 1;
        return null;
    }

    private IEnumerable<(string Names, IReadOnlyList<StatedPlace> Places)> Stated(
        List<(string Name, PlaceColumn Column, string Value)> found, CoordinateSystem crs)
    {
        var zone = found.Find(f => f.Column.Role == PlaceRole.Zone).Value;
        var utm = zone is null ? null : CoordinateText.Zone(zone, found.Find(f => f.Column.Role == PlaceRole.Hemisphere).Value);
        CoordinateSystem[] systems = utm is var (number, south) ? [CoordinateSystems.Utm(number, south), CoordinateSystem.Wgs84]
            : [.. new[] { CoordinateSystem.Wgs84, crs, _told }.OfType<CoordinateSystem>().DistinctBy(s => s.Name)];
        foreach (var (name, column, value) in found)
        {
            if (column.Role == PlaceRole.Whole && StatedPlaces.Whole(value, name, systems, reading.Options.Limits.PointsPerRow) is var places
                && (places.Count > 0 || column.IsSure && value.Count(char.IsAsciiDigit) >= 4))
            {
                yield return (name, places);
            }
            else if (column.Role == PlaceRole.East
                && found.Find(f => f.Column.Role == PlaceRole.North && f.Column.Pair == column.Pair) is { Name: { } north } other
                && (!SizeNames.AreBoth(name, north) || SizeNames.IsPlace(value) && SizeNames.IsPlace(other.Value)))
            {
                var either = column.Pair.StartsWith("x ", StringComparison.Ordinal) || reading.Options.Axes == PlaneAxes.XIsNorth;
                yield return ($"{name}, {north}", StatedPlaces.Pair(value, other.Value, systems, either));
            }
        }
    }

    /// <summary>The row has no place of its own, and a column says one: it is not passed over.</summary>
    private Problem? Lost(InputRow row, List<(string Name, PlaceColumn Column, string Value)> found) =>
        found.Find(f => f.Column.IsSure && f.Column.Role is PlaceRole.Whole or PlaceRole.East or PlaceRole.North && f.Value.Any(char.IsAsciiDigit))
            is { Name: { } name } one
            ? Problems.FieldUnreadable(row.File, row.Row, name, one.Value, $"read: this file gives places in {main}, and that is empty here") : null;
}
