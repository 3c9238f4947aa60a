using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tiles;

/// <summary>One tile as it is sent: compressed, with the entity tag of its content. An acceptance far away leaves both as they were.</summary>
/// <param name="Gzip">Empty when there is nothing in the tile.</param>
public sealed record LandTile(byte[] Gzip, string EntityTag);

/// <summary>Makes tiles of the land and keeps the last of them. A tile is a pure function of its place and the acceptance the land is known at, so what is
/// kept never goes stale; it only makes room.</summary>
/// <param name="exercise">Whether the programme is an exercise: marked in every feature.</param>
/// <param name="keepBytes">Most bytes of tiles kept.</param>
public sealed class LandTiles(bool exercise, long keepBytes = 64 << 20)
{
    /// <summary>Acceptances whose summaries are kept.</summary>
    private const int MostKeptAtOnce = 4;

    private static readonly ConditionalWeakTable<Programme, LandTiles> Kept = [];

    private readonly Lock _lock = new();
    private readonly Dictionary<(int KnownAt, int Z, int X, int Y), LandTile> _tiles = [];
    private readonly Queue<(int KnownAt, int Z, int X, int Y)> _oldestFirst = new();
    private readonly Dictionary<int, Lazy<SummaryPyramid>> _pyramids = [];
    private readonly Dictionary<int, IReadOnlyList<UndrawnRecord>> _points = [];
    private NamedPlaces? _places;
    private long _keptBytes;

    /// <summary>The one store of tiles of an open programme, shared by tiles and pictures.</summary>
    public static LandTiles For(Programme programme) => Kept.GetValue(programme, p => new LandTiles(p.State.IsExercise));

    /// <summary>The tile of the land as known at an acceptance. The caller has checked that the tile exists.</summary>
    public LandTile Get(ProgrammeState state, int knownAt, int z, int x, int y)
    {
        Forget(NamedPlaces.Of(state));
        var key = (knownAt, z, x, y);
        lock (_lock)
        {
            if (_tiles.TryGetValue(key, out var kept))
            {
                return kept;
            }
        }

        // Made outside the lock: two requests may make the same tile at once, with the same bytes.
        var tile = Pack(Make(state, knownAt, z, x, y));
        Keep(key, tile);
        return tile;
    }

    /// <summary>Summaries of blocks of 2^level cells a side that touch the box, for pictures too small to show polygons.</summary>
    internal IEnumerable<(GridPoint[] Square, IEnumerable<StatusHistory> Histories)> Blocks(LandLedger land, int knownAt, int level, GridBox box) =>
        Pyramid(land, knownAt).Blocks(level, box).Select(b => (b.Square, b.Block.Histories));

    /// <summary>Records without polygon whose place is known, as known at an acceptance.</summary>
    internal IReadOnlyList<UndrawnRecord> Points(ProgrammeState state, int knownAt)
    {
        Forget(NamedPlaces.Of(state));
        lock (_lock)
        {
            if (_points.TryGetValue(knownAt, out var kept))
            {
                return kept;
            }
        }

        List<UndrawnRecord> points = [.. UndrawnRecords.Of(state, knownAt)];
        lock (_lock)
        {
            if (_points.Count >= MostKeptAtOnce)
            {
                _points.Remove(_points.Keys.Min());
            }

            _points[knownAt] = points;
        }

        return points;
    }

    /// <summary>Other boundaries put the records that name a place elsewhere.</summary>
    private void Forget(NamedPlaces places)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_places, places))
            {
                return;
            }

            _places = places;
            _points.Clear();
            _tiles.Clear();
            _oldestFirst.Clear();
            _keptBytes = 0;
        }
    }

    /// <summary>Layers of a tile stand one behind the other.</summary>
    private byte[] Make(ProgrammeState state, int knownAt, int z, int x, int y) =>
    [
        .. z <= SummaryPyramid.MaxZoom
            ? Pyramid(state.Land, knownAt).Encode(z, x, y, exercise)
            : TileEncoder.Encode([.. LandQuestions.Window(state.Land, TileEncoder.BoxOf(z, x, y), knownAt)], z, x, y, exercise),
        .. PointTiles.Encode(Points(state, knownAt), z, x, y, exercise),
    ];

    private SummaryPyramid Pyramid(LandLedger land, int knownAt)
    {
        Lazy<SummaryPyramid>? pyramid;
        lock (_lock)
        {
            if (!_pyramids.TryGetValue(knownAt, out pyramid))
            {
                if (_pyramids.Count >= MostKeptAtOnce)
                {
                    _pyramids.Remove(_pyramids.Keys.Min());
                }

                var everywhere = new GridBox(-GridPoint.MaxLon, -GridPoint.MaxLat, GridPoint.MaxLon, GridPoint.MaxLat);
                pyramid = new Lazy<SummaryPyramid>(() => new SummaryPyramid(LandQuestions.Window(land, everywhere, knownAt)));
                _pyramids.Add(knownAt, pyramid);
            }
        }

        return pyramid.Value;
    }

    private void Keep((int KnownAt, int Z, int X, int Y) key, LandTile tile)
    {
        lock (_lock)
        {
            if (!_tiles.TryAdd(key, tile))
            {
                return;
            }

            _oldestFirst.Enqueue(key);
            _keptBytes += Size(tile);
            while (_keptBytes > keepBytes && _oldestFirst.TryDequeue(out var oldest) && _tiles.Remove(oldest, out var dropped))
            {
                _keptBytes -= Size(dropped);
            }
        }
    }

    /// <summary>What a kept tile costs: its bytes and its entry in the tables.</summary>
    private static long Size(LandTile tile) => tile.Gzip.Length + 200;

    private static LandTile Pack(byte[] tile)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(tile).AsSpan(0, 12))}\"";
        if (tile.Length == 0)
        {
            return new LandTile([], tag);
        }

        using var packed = new MemoryStream(tile.Length / 2);
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(tile);
        }

        return new LandTile(packed.ToArray(), tag);
    }
}
