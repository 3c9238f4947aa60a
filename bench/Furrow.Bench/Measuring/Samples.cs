namespace Furrow.Bench.Measuring;

/// <summary>Durations of repeated runs, in seconds.</summary>
public sealed class Samples(IEnumerable<double> seconds)
{
    private readonly double[] _sorted = [.. seconds.Order()];

    public int Count => _sorted.Length;

    public double Median => Percentile(0.5);

    public double Min => _sorted[0];

    public double Max => _sorted[^1];

    /// <summary>The smallest sample that at least this share of all samples do not exceed.</summary>
    public double Percentile(double share) => _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)];
}
