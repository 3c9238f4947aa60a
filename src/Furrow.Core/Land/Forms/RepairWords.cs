using System.Globalization;

namespace Furrow.Core.Land;

/// <summary>What a repair says: what was wrong with the drawing, and what became of land that some of its readings hold and others do not. Kept with the
/// report for good. Pages say the same sentences in their own language.</summary>
internal static class RepairWords
{
    private static readonly (DrawingFault Fault, string Code, Phrase Sentence)[] Faults =
    [
        (DrawingFault.CrossesItself, "self-crossing", $"The outline crossed or touched itself."),
        (DrawingFault.HolesOverlap, "overlapping-holes", $"Holes overlapped; land inside any of them was taken out."),
        (DrawingFault.HoleInHole, "hole-in-hole", $"A hole lay inside another hole: it may be a hole, or an island of land."),
        (DrawingFault.HoleOutside, "hole-outside", $"A hole did not lie inside its outline: it may be a hole, or a part of its own."),
        (DrawingFault.PartsOverlap, "overlapping-parts", $"Parts of the polygon overlapped and were joined."),
        (DrawingFault.PartInPart, "part-in-part", $"A part lay inside the land of another part: it may be land drawn twice, or a hole."),
        (DrawingFault.PartOverHole, "part-over-hole", $"A part lay over a hole of another part: it may be land there, or a hole."),
        (DrawingFault.RingsInDoubt, "rings-in-doubt", $"Rings of the shape overlapped or ran against each other: which are holes is in doubt."),
    ];

    /// <param name="changeMicro">By how much the repair changed the area drawn; told once, with the first sentence.</param>
    public static IEnumerable<Repair> Of(DrawingFault faults, long doubtMicro, bool isRelease, long changeMicro)
    {
        var change = changeMicro / (double)AreaText.MicroPerSquareMetre;
        foreach (var (fault, code, sentence) in Faults)
        {
            if ((faults & fault) != 0)
            {
                yield return new Repair(code, sentence, change);
                change = 0;
            }
        }

        if (faults == DrawingFault.None)
        {
            yield return new Repair("touching-lines", $"Lines of the drawing touched or lay on each other; the outline was drawn anew.", change);
        }

        if (doubtMicro > 0)
        {
            var difference = Difference(doubtMicro);
            yield return isRelease
                ? new Repair("doubt-left-out", $"The readings of the drawing differ by {difference} m²; only land inside all of them was kept.", 0)
                : new Repair("doubt-kept", $"The readings of the drawing differ by {difference} m²; all land inside any of them was kept.", 0);
        }
    }

    internal static string Difference(long micro) => micro < AreaText.MicroPerSquareMetre / 100 ? "less than 0.01"
        : AreaText.SquareMetres(micro).ToString("#,0.##", CultureInfo.InvariantCulture);
}
