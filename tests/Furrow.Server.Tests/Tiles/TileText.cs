using System.Globalization;
using System.Text;

namespace Furrow.Server.Tests.Tiles;

/// <summary>A tile as text a person can judge.</summary>
internal static class TileText
{
    public static string Print(byte[] tile)
    {
        var text = new StringBuilder();
        foreach (var layer in TileReader.Read(tile))
        {
            text.Append(CultureInfo.InvariantCulture, $"layer {layer.Name}, version {layer.Version}, extent {layer.Extent}\n");
            foreach (var feature in layer.Features)
            {
                text.Append("  feature ").AppendJoin(", ", feature.Properties.Select(p => $"{p.Key} {p.Value}")).Append('\n');
                foreach (var ring in feature.Rings)
                {
                    text.Append(TileReader.DoubleArea(ring) > 0 ? "    shell " : "    hole  ").AppendJoin(", ", ring.Select(p => $"{p.X} {p.Y}")).Append('\n');
                }
            }
        }

        return text.ToString();
    }
}
