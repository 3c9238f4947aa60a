using Furrow.Core;

namespace Furrow.Server.Cooperation;

/// <summary>Names somebody may have meant who typed one that nobody has.</summary>
internal static class NearNames
{
    private const int Most = 5;

    /// <summary>So many letters of a name make up for one letter that is wrong, left out or too many.</summary>
    private const int LettersPerSlip = 4;

    /// <summary>The nearest first: those a few letters away, and those that begin as it does or contain it.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> names)
    {
        var key = Codes.Key(typed);
        return [.. names.Select(name => (Name: name, Slips: Slips(key, Codes.Key(name)))).Where(n => n.Slips is not null)
            .OrderBy(n => n.Slips).ThenBy(n => n.Name, Codes.Order).Select(n => n.Name).Distinct().Take(Most)];
    }

    /// <summary>Null: too unlike.</summary>
    private static int? Slips(string typed, string name)
    {
        if (typed.Length == 0 || name.Length == 0)
        {
            return null;
        }

        var slips = Distance(typed, name);
        return slips <= Math.Max(1, Math.Min(typed.Length, name.Length) / LettersPerSlip) ? slips
            : name.Contains(typed, StringComparison.Ordinal) || typed.Contains(name, StringComparison.Ordinal) ? Math.Abs(typed.Length - name.Length) : null;
    }

    /// <summary>How many letters differ, by Levenshtein (1965), two letters that changed places counting once.</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                rows[i, j] = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
            }
        }

        return rows[one.Length, other.Length];
    }
}
