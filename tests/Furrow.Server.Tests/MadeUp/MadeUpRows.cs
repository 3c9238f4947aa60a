using System.Globalization;
using Furrow.Core.Drills;

namespace Furrow.Server.Tests.MadeUp;

/// <summary>Rows of made-up reports around a corner of the cell grid: squares and crooked rings that overlap, repeat each other, or lie nowhere.</summary>
internal sealed class MadeUpRows(SeededNumbers numbers)
{
    private static readonly string[] Kinds = ["ap-mines", "av-mines", "ap-mines, av-mines", "cluster-munition-remnants"];
    private static readonly string[] Organisations = ["North", "South"];
    private readonly List<string> _drawn = [];

    /// <summary>Codes given so far.</summary>
    public List<string> Codes { get; } = [];

    /// <summary>A file of so many features.</summary>
    public string File(int rows, DateOnly from) =>
        GeoText.Collection([.. Enumerable.Range(0, rows).Select(_ => Feature(from, null))]);

    /// <summary>A file of one feature under a code.</summary>
    public string One(string code, DateOnly from) => GeoText.Collection(Feature(from, code));

    public string Point() => string.Create(CultureInfo.InvariantCulture, $"{44.1m + numbers.Between(-40, 40) / 10_000m}");

    public string East() => string.Create(CultureInfo.InvariantCulture, $"{17.2m + numbers.Between(-40, 40) / 10_000m}");

    private string Feature(DateOnly from, string? code)
    {
        var properties = new List<string> { Text("end", Day(from)), Text("kinds", numbers.Pick(Kinds)), Text("organisation", numbers.Pick(Organisations)) };
        if (code is not null)
        {
            properties.Add(Text("code", code));
        }
        else if (numbers.Chance(0.7))
        {
            properties.Add(Text("code", NewCode()));
        }

        Maybe(0.25, () => Text("hazardousArea", $"HA-{numbers.Between(1, 4)}"));
        Maybe(0.15, () => Text("predecessors", $"HA-{numbers.Between(1, 4)}"));
        Maybe(0.1, () => Text("aliases", $"OLD-{numbers.Between(1, 3)}"));
        Maybe(0.3, () => Text("team", $"Team {numbers.Between(1, 2)}"));
        Maybe(0.3, () => Text("donor", numbers.Chance(0.5) ? "Fund" : "Trust"));
        Maybe(0.3, () => Text("method", numbers.Chance(0.5) ? "manual" : "mechanical"));
        Maybe(0.2, () => $"\"depthSearched\":\"{numbers.Between(1, 4) * 10} cm\"");
        Maybe(0.2, () => $"\"depthRequired\":\"20 cm\"");
        return GeoText.Feature(Geometry(), $"{{{string.Join(',', properties)}}}");

        void Maybe(double chance, Func<string> property)
        {
            if (numbers.Chance(chance))
            {
                properties.Add(property());
            }
        }
    }

    /// <summary>Now and then one that is in use.</summary>
    private string NewCode()
    {
        var code = Codes.Count > 0 && numbers.Chance(0.1) ? numbers.Pick(Codes) : $"R-{Codes.Count + 1}";
        if (!Codes.Contains(code))
        {
            Codes.Add(code);
        }

        return code;
    }

    private string Geometry()
    {
        if (numbers.Chance(0.08))
        {
            return "null";
        }

        if (_drawn.Count > 0 && numbers.Chance(0.15))
        {
            return numbers.Pick(_drawn);
        }

        var ring = numbers.Chance(0.7) ? Square() : Crooked();
        var drawn = $$"""{"type":"Polygon","coordinates":[[{{string.Join(',', ring.Append(ring[0]).Select(Degrees))}}]]}""";
        _drawn.Add(drawn);
        return drawn;
    }

    /// <summary>In ten-thousandths of a degree from the corner, on a coarse lattice, so that edges are shared.</summary>
    private List<(int X, int Y)> Square()
    {
        int x = numbers.Between(-8, 6) * 5, y = numbers.Between(-8, 6) * 5, width = numbers.Between(1, 6) * 5, height = numbers.Between(1, 6) * 5;
        return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
    }

    /// <summary>Its line may cross itself.</summary>
    private List<(int X, int Y)> Crooked() =>
        [.. Enumerable.Range(0, numbers.Between(3, 6)).Select(_ => (numbers.Between(-50, 50), numbers.Between(-50, 50)))];

    private static string Degrees((int X, int Y) at) =>
        string.Create(CultureInfo.InvariantCulture, $"[{17.2m + at.X / 10_000m},{44.1m + at.Y / 10_000m}]");

    private string Day(DateOnly from) => from.AddDays(numbers.Between(0, 60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(string name, string value) => $"\"{name}\":\"{value}\"";
}
