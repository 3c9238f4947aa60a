using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Server.Answers;

namespace Furrow.Server.Pages;

/// <summary>What a page about land is asked, read from its address: <c>date</c>, <c>from</c>, <c>known</c> and <c>kind</c>.</summary>
/// <param name="KnownAt">Acceptance number; null means now.</param>
/// <param name="Unread">Words of the address nobody could read: said on the page, never guessed.</param>
public sealed record LandQuery(DateOnly AsOf, DateOnly? From, int? KnownAt, KindSet Kind, bool DateGiven, IReadOnlyList<string> Unread)
{
    public string AsOfText => Iso(AsOf);

    public string? FromText => From is { } from ? Iso(from) : null;

    public string? KnownText => KnownAt?.ToString(CultureInfo.InvariantCulture);

    public string KindText => Kinds.NameOf(Kind);

    public static string Iso(DateOnly day) => IsoDay.Text(day);

    public static LandQuery Read(IQueryCollection query, DateOnly today, int lastAcceptance)
    {
        var unread = new List<string>();
        var date = Day(query, "date", unread);
        var from = Day(query, "from", unread);
        var asOf = date ?? today;
        if (from > asOf)
        {
            unread.Add("from=" + Iso(from.Value));
            from = null;
        }

        return new LandQuery(asOf, from, Known(query, lastAcceptance, unread), ReadKind(query, unread), date is not null, unread);
    }

    /// <summary>The same question on another page, or with some words changed.</summary>
    public string On(string path, params (string Name, string? Value)[] changes)
    {
        var words = new List<(string Name, string? Value)>
        {
            ("date", DateGiven ? AsOfText : null), ("from", FromText), ("known", KnownText), ("kind", Kind == KindSet.Overall ? null : KindText),
        };
        foreach (var (name, value) in changes)
        {
            var at = words.FindIndex(w => w.Name == name);
            if (at >= 0)
            {
                words[at] = (name, value);
            }
            else
            {
                words.Add((name, value));
            }
        }

        return Link.To(path, [.. words]);
    }

    private static DateOnly? Day(IQueryCollection query, string name, List<string> unread)
    {
        var text = query[name].ToString().Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (IsoDay.Read(text) is { } day)
        {
            return day;
        }

        unread.Add($"{name}={text}");
        return null;
    }

    private static int? Known(IQueryCollection query, int last, List<string> unread)
    {
        var text = query["known"].ToString().Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (MapQuestion.Known(text, last) is { } known)
        {
            return known == last ? null : known;
        }

        unread.Add("known=" + text);
        return null;
    }

    private static KindSet ReadKind(IQueryCollection query, List<string> unread)
    {
        var text = query["kind"].ToString().Trim();
        if (text.Length == 0)
        {
            return KindSet.Overall;
        }

        if (Kinds.ParseOne(text) is { } kind)
        {
            return kind;
        }

        unread.Add("kind=" + text);
        return KindSet.Overall;
    }
}
