using System.Globalization;
using Furrow.Bench.Measuring;

namespace Furrow.Bench;

/// <summary>What a row has to say, as Markdown: on the console and in the dated file alike.</summary>
public sealed class RowReport(TextWriter writer)
{
    public void Line(string text)
    {
        writer.WriteLine(text);
        writer.Flush();
    }

    public void Note(string text) => Line($"- {text}");

    /// <summary>Compares one figure of both sides; a difference beyond the tolerance ends the row before any time is printed.</summary>
    /// <param name="absolute">For figures so small that a relative tolerance means nothing.</param>
    public void Same(string what, double ours, double theirs, double relative, double absolute = 0)
    {
        if (Math.Abs(ours - theirs) > Math.Max(relative * Math.Abs(theirs), absolute))
        {
            throw new AnswersDifferException(Text($"{what}: ours {ours:F4}, theirs {theirs:F4}"));
        }

        _compared++;
        _worst = Math.Max(_worst, theirs == 0 ? 0 : Math.Abs(ours - theirs) / Math.Abs(theirs));
    }

    /// <summary>Says how many figures were compared and how far apart the worst pair was.</summary>
    public void SayCompared()
    {
        Note(Text($"answers compared first: {_compared} figures, worst relative difference {_worst:E1}"));
        (_compared, _worst) = (0, 0);
    }

    private int _compared;
    private double _worst;

    public void Table(IReadOnlyList<Timing> timings)
    {
        Line("");
        Line("| contender | wall, median s | min | max | processor, median s | peak memory | runs |");
        Line("|---|---|---|---|---|---|---|");
        foreach (var t in timings)
        {
            Line(Text($"| {t.Name}{(t.Remark is null ? "" : " (" + t.Remark + ")")} | {t.Wall.Median:F3} | {t.Wall.Min:F3} | {t.Wall.Max:F3} | {t.Cpu.Median:F3} | {t.PeakBytes / 1_048_576} MiB | {t.Wall.Count} |"));
        }

        Line("");
    }

    public void Percentiles(IReadOnlyList<(string Name, Samples Samples)> rows)
    {
        Line("");
        Line("| what | p50, ms | p90 | p99 | max | samples |");
        Line("|---|---|---|---|---|---|");
        foreach (var (name, s) in rows)
        {
            Line(Text($"| {name} | {s.Median * 1e3:F3} | {s.Percentile(0.9) * 1e3:F3} | {s.Percentile(0.99) * 1e3:F3} | {s.Max * 1e3:F3} | {s.Count} |"));
        }

        Line("");
    }

    /// <summary>Says what was reached: a factor against a goal and a stretch, plainly when it is a loss.</summary>
    public void Factor(string what, double reached, double goal, double stretch) => Line(Text(
        $"**{what}: {reached:F2}x** (goal {goal}x, stretch {stretch}x): {(reached < 1 ? "a loss" : reached < goal ? "goal missed" : reached < stretch ? "goal reached" : "stretch reached")}"));

    /// <summary>The same for a limit, where less is better.</summary>
    public void Limit(string what, double reached, double goal, double stretch, string unit) => Line(Text(
        $"**{what}: {reached:F2} {unit}** (goal ≤ {goal}, stretch ≤ {stretch}): {(reached > goal ? "goal missed" : reached > stretch ? "goal reached" : "stretch reached")}"));

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
