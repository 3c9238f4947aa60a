namespace Furrow.Core.Drills.Islands;

/// <summary>Smooth noise over the plane from hashed whole numbers: the same hills on every processor.</summary>
internal sealed class LatticeNoise(ulong seed)
{
    /// <summary>One octave, −1 to 1, with features about one unit across.</summary>
    public double At(double x, double y)
    {
        double fx = Math.Floor(x), fy = Math.Floor(y);
        long ix = (long)fx, iy = (long)fy;
        double u = Ease(x - fx), v = Ease(y - fy);
        double low = Mix(Corner(ix, iy), Corner(ix + 1, iy), u), high = Mix(Corner(ix, iy + 1), Corner(ix + 1, iy + 1), u);
        return Mix(low, high, v);
    }

    /// <summary>Octaves of halving size and weight, about −1 to 1.</summary>
    public double Rough(double x, double y, int octaves)
    {
        double sum = 0, weight = 0.5;
        for (var i = 0; i < octaves; i++)
        {
            sum += weight * At(x, y);
            // A turn of about 37 degrees and an odd offset keep the lattices of the octaves from lining up.
            (x, y) = (1.6 * x - 1.2 * y + 17.3, 1.2 * x + 1.6 * y + 5.7);
            weight /= 2;
        }

        return sum * 1.4;
    }

    private double Corner(long x, long y)
    {
        unchecked
        {
            var h = seed ^ (ulong)x * 0x9E3779B97F4A7C15 ^ (ulong)y * 0xC2B2AE3D27D4EB4F;
            h = (h ^ h >> 32) * 0xBF58476D1CE4E5B9;
            h = (h ^ h >> 29) * 0x94D049BB133111EB;
            h ^= h >> 32;
            return (h >> 11) * (2.0 / (1UL << 53)) - 1;
        }
    }

    private static double Ease(double t) => t * t * t * (t * (t * 6 - 15) + 10);

    private static double Mix(double a, double b, double t) => a + (b - a) * t;
}
