using System.Globalization;
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

            var pieces = 1;
            foreach (var history in feature.Histories)
            {
                pieces = Math.Max(pieces, HistoryText.Pieces(history));
            }

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
        Span<char> text = stackalloc char[HistoryText.MaxEntries * HistoryText.EntryLength];
        tags.Clear();
        foreach (var history in feature.Histories)
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

        if (tags.Count == 0)
        {
            return false;
        }

        tags.Add(layer.Key("claims"));
        tags.Add(layer.Text(ClaimsText(feature.Claims)));
        if (exercise)
        {
            tags.Add(layer.Key("exercise"));
            tags.Add(layer.Yes());
        }

        return true;
    }

    /// <summary>Claim numbers between commas, commas at both ends too: ",12,55,".</summary>
    private static string ClaimsText(IReadOnlyList<int> claims) =>
        string.Create(CultureInfo.InvariantCulture, $",{string.Join(',', claims)},");
}
