using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Server.Imports;
using Furrow.Server.Lists;
using Furrow.Server.Pages.Balance;
using Furrow.Server.Pages.Findings;
using Furrow.Server.Pages.Reports;

namespace Furrow.Server.Pages;

/// <summary>The words of each page's address that take only certain values, beside those every page about land shares. One that cannot be read is left out
/// and said on the page. Free text (names, codes, what is searched for) can always be read.</summary>
public static class AddressWords
{
    /// <summary>Longer text says no more on the page.</summary>
    private const int MostLetters = 80;

    private static readonly Dictionary<string, Func<string, bool>> Everywhere = new()
    {
        ["page"] = text => PlainNumber.Whole(text) is > 0 and < 1_000_000,
        ["lang"] = text => Texts.Find(text) is not null,
        ["theme"] = text => text is "dark" or "light" or "system",
    };

    private static readonly Dictionary<string, Dictionary<string, Func<string, bool>>> Pages = new()
    {
        ["/findings/group"] = new() { ["batch"] = IsId },
        ["/balance"] = new() { ["by"] = text => BalanceQuestions.ParseGroup(text) is not null },
        ["/balance/restated"] = new() { ["after"] = text => PlainNumber.Whole(text) is not null },
        ["/balance/postings"] = new()
        {
            ["status"] = text => Statuses.Parse(text) is not null,
            ["was"] = text => Statuses.Parse(text) is not null,
            ["became"] = text => Statuses.Parse(text) is not null,
            ["side"] = text => text is "opening" or "in" or "out" or "closing",
            ["heading"] = text => Named<Heading>(text) is not null,
            ["baseline"] = text => text is "yes" or "no",
            ["report"] = IsId,
        },
        ["/map"] = new()
        {
            ["at"] = text => MapAddress.Box(text) is not null,
            ["spot"] = text => !SpotReader.Read(text.Replace('/', ' ')).IsRefused,
        },
        ["/do"] = new() { ["done"] = text => PlainNumber.Whole(text) is not null },
        ["/import/draft"] = new() { ["verdict"] = text => Named<Verdict>(text) is not null },
    };

    /// <summary>Words of this address nobody can read, as they stand in it.</summary>
    public static IEnumerable<string> Unread(string path, IQueryCollection query) => query
        .Where(word => word.Value.ToString().Length > 0 && !IsRead(path, word.Key, word.Value.ToString()))
        .Select(word => $"{word.Key}={Short(word.Value.ToString())}");

    /// <summary>The word as the page may use it: empty when it is not there, or cannot be read.</summary>
    public static string Read(string path, IQueryCollection query, string name) =>
        query[name].ToString() is var text && IsRead(path, name, text) ? text : "";

    /// <summary>A value by its own name; a number is no name.</summary>
    public static T? Named<T>(string? text) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => value.ToString() == text).Select(value => (T?)value).FirstOrDefault();

    private static bool IsRead(string path, string name, string text) => AllLists.On(path)?.CanRead(name, text) ??
        (Pages.GetValueOrDefault(PageOf(path))?.GetValueOrDefault(name) ?? Everywhere.GetValueOrDefault(name))?.Invoke(text) ?? true;

    /// <summary>The address of a page without what it is about.</summary>
    private static string PageOf(string path) => path.StartsWith("/import/draft/", StringComparison.Ordinal) ? "/import/draft"
        : path.StartsWith("/do/", StringComparison.Ordinal) ? "/do" : path;

    private static bool IsId(string text) => Guid.TryParse(text, out _);

    private static string Short(string text) => text.Length > MostLetters ? text[..MostLetters] + "…" : text;
}
