using System.Text.Json;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Server.Answers;

namespace Furrow.Server.Api;

/// <summary>A polygon drawn on the map, to be measured: one ring of longitude and latitude in degrees, closed or open.</summary>
public sealed record MeasureQuestion(double[][]? Ring);

/// <summary>The exact area of a drawn polygon, by the measure every figure of the ledger rests on.</summary>
/// <param name="Repairs">What had to be mended before the line enclosed an area, in sentences.</param>
public sealed record MeasureAnswer(decimal AreaSquareMetres, IReadOnlyList<string> Repairs)
{
    /// <summary>More turning points than anybody draws by hand.</summary>
    private const int MostPoints = 10_000;

    private const string Example = "{\"ring\":[[17.5,44.1],[17.6,44.1],[17.6,44.2]]}";

    public static Outcome<MeasureAnswer> Of(MeasureQuestion question, CancellationToken cancel = default)
    {
        if (question.Ring is not { Length: >= 3 and <= MostPoints } ring)
        {
            return Problems.MapPolygonUnreadable($"it needs between 3 and {MostPoints} points.");
        }

        var points = new List<GridPoint>(ring.Length);
        foreach (var at in ring)
        {
            if (at is not { Length: >= 2 } || !double.IsFinite(at[0]) || !double.IsFinite(at[1]))
            {
                return Problems.MapPolygonUnreadable($"a point is longitude and latitude.");
            }

            if (Math.Abs(at[0]) > 180 || Math.Abs(at[1]) > 90)
            {
                return Problems.MapNotOnEarth(at[0], at[1]);
            }

            points.Add(GridPoint.FromDegrees(at[0], at[1]));
        }

        var mended = ShapeRepair.Mend([[[.. points]]], isRelease: false, budget: NodingBudget.Standard(cancel));
        return mended.Problem is { } entangled ? entangled : mended.Shape is null
            ? Problems.MapPolygonUnreadable(mended.Repairs.Select(r => r.Phrase).Aggregate((all, next) => $"{all} {next}"))
            : new MeasureAnswer(AreaText.SquareMetres(mended.AreaMicro), [.. mended.Repairs.Select(r => r.Sentence)]);
    }

    public static async Task<Outcome<MeasureAnswer>> Read(Stream body, CancellationToken cancel)
    {
        try
        {
            var question = await JsonSerializer.DeserializeAsync<MeasureQuestion>(body, ApiJson.Options, cancel);
            return Of(question ?? new MeasureQuestion(null), cancel);
        }
        catch (JsonException)
        {
            return Problems.MapPolygonUnreadable($"the question is not JSON like {Example}.");
        }
    }
}
