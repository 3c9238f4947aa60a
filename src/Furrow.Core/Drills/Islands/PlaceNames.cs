namespace Furrow.Core.Drills.Islands;

/// <summary>Names in two invented tongues, made of syllables that belong to no language of a real place; each with the mark of an exercise.</summary>
public sealed class PlaceNames(ulong seed)
{
    private static readonly string[] FirstA = ["Tal", "Bry", "Os", "Mer", "Kel", "Vun", "Dar", "Ith", "Lom", "Sel", "Quo", "Fen"];
    private static readonly string[] LastA = ["vora", "mund", "indel", "opar", "usk", "eth", "amar", "olin", "ydra", "anto", "ibel", "ugar"];
    private static readonly string[] FirstB = ["Zu", "Wa", "Hio", "Pe", "Nau", "Go", "Yi", "Te", "Ru", "Ca", "Mo", "Ei"];
    private static readonly string[] LastB = ["kolo", "rimi", "dapu", "leno", "tsua", "bahe", "woki", "nuro", "paiko", "zeli", "guma", "hiro"];

    private readonly SeededNumbers _numbers = SeededNumbers.For(seed, "names");
    private readonly HashSet<string> _taken = [];

    /// <summary>A village under its names in both tongues: neither is the right one.</summary>
    public (string Name, string OtherName) Village() => ("EXERCISE " + New(FirstA, LastA, ""), "EXERCISE " + New(FirstB, LastB, ""));

    public string River() => "EXERCISE " + New(FirstB, LastB, " River");

    private string New(string[] first, string[] last, string suffix)
    {
        while (true)
        {
            var word = _numbers.Pick(first) + _numbers.Pick(last);
            if (_taken.Add(word))
            {
                return word + suffix;
            }

            if (_taken.Count > 120)
            {
                // Two tongues of 144 words each: before they run out, words get a third syllable.
                word += _numbers.Pick(last)[..2];
                if (_taken.Add(word))
                {
                    return word + suffix;
                }
            }
        }
    }
}
