using System.Text.RegularExpressions;
using Furrow.Core;

namespace Furrow.Exchange.Projections;

/// <summary>Latitude and longitude in one text. Every way of cutting it in two is looked at. It is a position when exactly one of them gives two
/// angles, both written to the same part, with one letter for each or none; anything else is refused with the reason, never guessed.</summary>
internal static partial class AnglePair
{
    /// <summary>One way of cutting the text.</summary>
    private readonly record struct Cut(AngleFault FirstFault, Angle First, AngleFault SecondFault, Angle Second)
    {
        public bool IsWritten => FirstFault != AngleFault.NotAnAngle && SecondFault != AngleFault.NotAnAngle;

        public bool IsEven => First.Parts == Second.Parts;

        public AngleFault Fault => FirstFault != AngleFault.None ? FirstFault : SecondFault;

        /// <summary>Two letters of two axes, or none.</summary>
        public bool HasClearAxes => First.IsLatitude is { } one ? Second.IsLatitude == !one : Second.IsLatitude is null;

        public (double Lon, double Lat) At => First.IsLatitude == false ? (First.Degrees, Second.Degrees) : (Second.Degrees, First.Degrees);

        public bool IsOnEarth => Math.Abs(At.Lat) <= 90 && Math.Abs(At.Lon) <= 180;
    }

    public static Outcome<(double Lon, double Lat)> Read(string text)
    {
        var written = Cuts(text).Where(c => c.IsWritten).ToList();
        var whole = written.Where(c => c.Fault == AngleFault.None).ToList();
        var lettered = whole.Where(c => c.HasClearAxes).ToList();
        var even = lettered.Where(c => c.IsEven).ToList();
        if (even.Count == 1 && lettered.Count == 1 && even[0].IsOnEarth && !IsOneAngle(text))
        {
            return even[0].At;
        }

        return written.Count == 0 ? Problems.SpotUnreadable(text) : Why(text, written, whole, lettered, even);
    }

    /// <summary>"44 17" may be a latitude without its longitude.</summary>
    private static bool IsOneAngle(string text) => AngleText.Read(text, out _) is AngleFault.None or AngleFault.SixtyOrMore;

    private static Problem Why(string text, List<Cut> written, List<Cut> whole, List<Cut> lettered, List<Cut> even)
    {
        // An even cut whose angles are faulty says more than an uneven one that happens to be whole: "44 75 17 33" has 75 minutes.
        var faulty = written.Find(c => c.IsEven && c.Fault != AngleFault.None) is { IsWritten: true, Fault: not AngleFault.None } found ? found.Fault
            : whole.Count == 0 ? written[0].Fault : AngleFault.None;
        return even.Count == 0 && faulty == AngleFault.SixtyOrMore ? Problems.PositionSixty(text)
            : even.Count == 0 && faulty == AngleFault.DecimalsBeforeLast ? Problems.PositionDecimals(text)
            : whole.Count == 0 ? Problems.PositionOffEarth(text)
            : lettered.Count == 0 ? Problems.PositionLetters(text)
            : even.Count == 0 ? Problems.PositionUneven(text)
            : even.Count == 1 && lettered.Count == 1 && !even[0].IsOnEarth ? Problems.PositionOffEarth(text)
            : Problems.PositionAmbiguous(text);
    }

    /// <summary>A cut stands at a blank, a separator, or beside a letter. Cuts that differ only in the blanks around them are one.</summary>
    private static IEnumerable<Cut> Cuts(string text)
    {
        var commasAreDecimal = TightComma().Count(text) > 1 || !text.Contains('.', StringComparison.Ordinal);
        var seen = new HashSet<(string, string)>();
        for (var i = 1; i < text.Length; i++)
        {
            if (!(text[i] is ',' or ';' or '/' or ' ' or '\t' || char.IsLetter(text[i - 1]) || char.IsLetter(text[i])))
            {
                continue;
            }

            string first = text[..i].TrimEnd(',', ';', '/', ' ', '\t'), second = text[i..].TrimStart(',', ';', '/', ' ', '\t');
            // A comma is a decimal sign or a separator, in one text never both: cut at one between two digits, no other may be a decimal.
            var atTightComma = text[i] == ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            if (atTightComma && commasAreDecimal && (TightComma().IsMatch(first) || TightComma().IsMatch(second)))
            {
                continue;
            }

            if (seen.Add((first, second)))
            {
                yield return new Cut(AngleText.Read(first, out var one), one, AngleText.Read(second, out var other), other);
            }
        }
    }

    [GeneratedRegex(@"[0-9],(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex TightComma();
}
