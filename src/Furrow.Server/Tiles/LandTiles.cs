using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
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
    private readonly Dictionary<int, IReadOnlyList<LandClaim>> _points = [];
    private long _keptBytes;

    /// <summary>The one store of tiles of an open programme, shared by tiles and pictures.</summary>
    public static LandTiles For(Programme programme) => Kept.GetValue(programme, p => new LandTiles(p.State.IsExercise));

    /// <summary>The tile of the land as known at an acceptance. The caller has checked that the tile exists.</summary>
    public LandTile Get(LandLedger land, int knownAt, int z, int x, int y)
    {
        var key = (knownAt, z, x, y);
        lock (_lock)
        {
            if (_tiles.TryGetValue(key, out var kept))
            {
                return kept;
            }
        }

        // Made outside the lock: two requests may make the same tile at once, with the same bytes.
        var tile = Pack(Make(land, knownAt, z, x, y));
        Keep(key, tile);
        return tile;
    }

    /// <summary>Summaries of blocks of 2^level cells a side that touch the box, for pictures too small to show polygons.</summary>
    internal IEnumerable<(GridPoint[] Square, IEnumerable<StatusHistory> Histories)> Blocks(LandLedger land, int knownAt, int level, GridBox box) =>
        Pyramid(land, knownAt).Blocks(level, box).Select(b => (b.Square, b.Block.Histories));

    /// <summary>Records with a point and no polygon, as known at an acceptance.</summary>
    internal IReadOnlyList<LandClaim> Points(LandLedger land, int knownAt)
    {
        lock (_lock)
        {
            if (_points.TryGetValue(knownAt, out var kept))
            {
                return kept;
            }
        }

        List<LandClaim> points = [.. LandQuestions.Points(land, knownAt)];
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

    /// <summary>Layers of a tile stand one behind the other.</summary>
    private byte[] Make(LandLedger land, int knownAt, int z, int x, int y) =>
    [
        .. z <= SummaryPyramid.MaxZoom
            ? Pyramid(land, knownAt).Encode(z, x, y, exercise)
            : TileEncoder.Encode([.. LandQuestions.Window(land, TileEncoder.BoxOf(z, x, y), knownAt)], z, x, y, exercise),
        .. PointTiles.Encode(Points(land, knownAt), z, x, y, exercise),
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
