using System.Text;
using Furrow.Core;

namespace Furrow.Server.Accounts;

/// <summary>What a password may be: long enough, and none that is tried first. Nothing is asked of its letters: neither digits nor signs make a short
/// password good.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 256;

    /// <summary>Letters that must be left when everything common is taken out.</summary>
    private const int FewestOwn = 5;

    private static readonly string[] Common =
    [
        "password", "passwort", "passwd", "parol", "sifre", "şifrə", "şifre", "пароль", "letmein", "welcome", "iloveyou", "administrator", "admin", "root", "secret",
        "master", "monkey", "dragon", "football", "baseball", "princess", "sunshine", "superman", "batman", "shadow", "trustno", "starwars", "whatever", "qazwsx",
        "zaqwsx", "login", "guest", "user", "test", "change", "temp", "default", "hello", "charlie", "michael", "jordan", "ashley", "freedom", "computer",
        "internet", "google", "samsung", "pakistan", "azerbaijan", "turkiye", "turkey", "bosnia", "galatasaray", "fenerbahce", "besiktas", "qarabag",
        "summer", "winter", "spring", "autumn", "monday", "friday", "january", "furrow", "exercise", "demining", "mineaction", "minefield", "mines", "landmine",
    ];

    /// <summary>Keys that lie side by side, and what is counted off.</summary>
    private static readonly string[] Rows =
    [
        "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "abcdefghijklmnopqrstuvwxyz", "01234567890", "йцукенгшщзхъ", "фывапролджэ",
        "ячсмитьбю", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    ];

    /// <summary>Why it may not be taken; null when it may.</summary>
    /// <param name="names">What is known of its owner: the name to sign in with, the person's, the programme's.</param>
    public static Problem? WhyNot(string password, params IEnumerable<string> names) =>
        password.Length < Shortest ? Problems.PasswordShort(Shortest)
        : password.Length > Longest ? Problems.PasswordLong(Longest)
        : OwnLetters(password, names) < FewestOwn ? Problems.PasswordCommon()
        : null;

    /// <summary>How it is kept: the same letters are the same password, however a keyboard composes them.</summary>
    public static string Kept(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a letter: it is compared as it is.
            return password;
        }
    }

    /// <summary>What is left when everything common is taken out.</summary>
    private static int OwnLetters(string password, IEnumerable<string> names)
    {
        var left = WithoutRows(OnePeriod(Kept(password).ToLowerInvariant()));
        var words = names.SelectMany(n => Kept(n).ToLowerInvariant().Split([' ', '.', '@', '-', '_'])).Where(w => w.Length > 2).Concat(Common);
        foreach (var word in words.OrderByDescending(w => w.Length))
        {
            left = Without(left, word);
        }

        return left.Distinct().Count(char.IsLetterOrDigit);
    }

    /// <summary>"abcabcabc" is "abc".</summary>
    private static string OnePeriod(string text)
    {
        var period = Enumerable.Range(1, text.Length / 2).FirstOrDefault(p => Enumerable.Range(p, text.Length - p).All(i => text[i] == text[i - p]));
        return period == 0 ? text : text[..period];
    }

    /// <summary>Without three or more letters in a row that are the same or lie side by side on the keys.</summary>
    private static string WithoutRows(string text)
    {
        var left = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var run = RunAt(text, at);
            left.Append(run > 2 ? "" : text[at].ToString());
            at += run > 2 ? run : 1;
        }

        return left.ToString();
    }

    private static int RunAt(string text, int at) =>
        new[] { Run(text, at, (a, b) => a == b) }.Concat(Rows.SelectMany(row => new[]
        {
            Run(text, at, (a, b) => row.Contains(string.Concat(a, b), StringComparison.Ordinal)),
            Run(text, at, (a, b) => row.Contains(string.Concat(b, a), StringComparison.Ordinal)),
        })).Max();

    private static int Run(string text, int at, Func<char, char, bool> follows)
    {
        var end = at + 1;
        while (end < text.Length && follows(text[end - 1], text[end]))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>Also where signs stand for letters that look like them.</summary>
    private static string Without(string text, string word)
    {
        for (var at = Plain(text).IndexOf(word, StringComparison.Ordinal); at >= 0; at = Plain(text).IndexOf(word, StringComparison.Ordinal))
        {
            text = text.Remove(at, word.Length);
        }

        return text;
    }

    private static string Plain(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));
}
