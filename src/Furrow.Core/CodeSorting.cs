namespace Furrow.Core;

/// <summary>The order of folded codes: numbers within them count as numbers, everything else letter by letter. Codes that differ in leading zeros alone stand
/// side by side, the one with fewer first.</summary>
internal static class CodeSorting
{
    /// <summary>Longer numbers take one more digit in front for each so many of their own.</summary>
    private const int MostInOneDigit = 8;

    private const int PrefixLetters = 16;

    /// <summary>Stands for every letter from here on; what follows it is not looked at.</summary>
    private const char BeyondPrefix = '\x7F';

    public static int Compare(string one, string other)
    {
        int i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            if (!char.IsAsciiDigit(one[i]) || !char.IsAsciiDigit(other[j]))
            {
                if (one[i] != other[j])
                {
                    return one[i].CompareTo(other[j]);
                }

                (i, j) = (i + 1, j + 1);
                continue;
            }

            var mine = NumberAt(one, ref i);
            var theirs = NumberAt(other, ref j);
            var order = mine.Length != theirs.Length ? mine.Length.CompareTo(theirs.Length) : mine.SequenceCompareTo(theirs);
            if (order != 0)
            {
                return order;
            }
        }

        var rest = (one.Length - i).CompareTo(other.Length - j);
        return rest != 0 ? rest : one.Length != other.Length ? one.Length.CompareTo(other.Length) : -string.CompareOrdinal(one, other);
    }

    /// <summary>The first sixteen letters as one number: where these differ, they stand as the codes do; where they are level, the codes must be compared.
    /// Each number stands behind its length, so that a longer one is greater.</summary>
    public static UInt128 Prefix(string code)
    {
        var (prefix, room) = (UInt128.Zero, PrefixLetters);
        for (var i = 0; i < code.Length && room > 0;)
        {
            if (char.IsAsciiDigit(code[i]))
            {
                var number = NumberAt(code, ref i);
                var length = number.Length;
                for (; length > MostInOneDigit; length -= MostInOneDigit)
                {
                    Add('9');
                }

                Add((char)('0' + length));
                foreach (var digit in number)
                {
                    Add(digit);
                }

                continue;
            }

            Add(code[i]);
            if (code[i++] >= BeyondPrefix)
            {
                break;
            }
        }

        return prefix << 8 * room;

        void Add(char c)
        {
            if (room > 0)
            {
                (prefix, room) = (prefix << 8 | Math.Min(c, BeyondPrefix), room - 1);
            }
        }
    }

    /// <summary>The digits without leading zeros; moves behind them.</summary>
    private static ReadOnlySpan<char> NumberAt(string code, ref int at)
    {
        while (at < code.Length && code[at] == '0')
        {
            at++;
        }

        var from = at;
        while (at < code.Length && char.IsAsciiDigit(code[at]))
        {
            at++;
        }

        return code.AsSpan(from, at - from);
    }
}
