using System.Runtime.InteropServices;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Server.Tiles;

/// <summary>The properties of land features, and which features share all of them.</summary>
internal static class TileTags
{
    private static readonly IReadOnlyList<(KindSet Kind, string Name)> Columns =
        [.. Kinds.Names, (KindSet.Overall, "overall"), (KindSet.Custody, "custody")];

    /// <summary>Features that touch the box by equal properties, in the order they first appear.</summary>
    public static List<(uint[] Tags, List<Shape> Shapes)> Group(TileLayer layer, IReadOnlyList<LandFeature> features, GridBox box, bool exercise)
    {
        var groups = new List<(uint[] Tags, List<Shape> Shapes)>(features.Count);
        var byTags = new Dictionary<string, int>(features.Count);
        var lookup = byTags.GetAlternateLookup<ReadOnlySpan<char>>();
        var tags = new List<uint>(24);
        foreach (var feature in features)
        {
            if (!feature.Shape.Bounds.Intersects(box))
            {
                continue;
            }

            var pieces = HistoryText.Pieces(feature.Histories);
            for (var piece = 0; piece < pieces; piece++)
            {
                if (!Collect(layer, feature, piece, exercise, tags))
                {
                    continue;
                }

                // The numbers read as characters: a key for the dictionary without an own comparer.
                var key = MemoryMarshal.Cast<uint, char>(CollectionsMarshal.AsSpan(tags));
                if (lookup.TryGetValue(key, out var group))
                {
                    groups[group].Shapes.Add(feature.Shape);
                }
                else
                {
                    lookup[key] = groups.Count;
                    groups.Add(([.. tags], [feature.Shape]));
                }
            }
        }

        return groups;
    }

    /// <summary>False when the land was never anything but unrecorded: it is not drawn.</summary>
    private static bool Collect(TileLayer layer, LandFeature feature, int piece, bool exercise, List<uint> tags)
    {
        tags.Clear();
        AddHistories(layer, feature.Histories, piece, tags);
        if (tags.Count == 0)
        {
            return false;
        }

        AddExercise(layer, exercise, tags);
        return true;
    }

    /// <summary>The properties of one piece of a summary: its histories, and m² by overall status under names like "suspected-m2".</summary>
    public static List<uint> Collect(TileLayer layer, BlockSummary block, int piece, bool exercise)
    {
        var tags = new List<uint>(32);
        AddHistories(layer, block.Histories, piece, tags);
        if (tags.Count == 0)
        {
            return tags;
        }

        foreach (var (status, areaMicro) in block.AreaMicro)
        {
            tags.Add(layer.Key(Statuses.NameOf(status) + "-m2"));
            tags.Add(layer.Number((long)Math.Round(AreaText.SquareMetres(areaMicro), MidpointRounding.AwayFromZero)));
        }

        AddExercise(layer, exercise, tags);
        return tags;
    }

    private static void AddExercise(TileLayer layer, bool exercise, List<uint> tags)
    {
        if (exercise)
        {
            tags.Add(layer.Key("exercise"));
            tags.Add(layer.Yes());
        }
    }

    private static void AddHistories(TileLayer layer, IEnumerable<StatusHistory> histories, int piece, List<uint> tags)
    {
        Span<char> text = stackalloc char[HistoryText.MaxEntries * HistoryText.EntryLength];
        foreach (var history in histories)
        {
            var length = HistoryText.Write(history, piece, text);
            if (length == 0)
            {
                continue;
            }

            var value = layer.Text(text[..length]);
            foreach (var (kind, name) in Columns)
            {
                if ((history.Kinds & kind) != 0)
                {
                    tags.Add(layer.Key(name));
                    tags.Add(value);
                }
            }
        }
    }
}
