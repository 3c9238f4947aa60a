using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Server.Accreditation;
using Furrow.Server.Imports;
using Furrow.Server.Lists;
using Furrow.Server.Pages.Balance;
using Furrow.Server.Pages.Findings;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Pages.Reports;

namespace Furrow.Server.Pages;

/// <summary>The words of each page's address, beside those every page about land shares. A word no page has, and a value that cannot be read, is left out and
/// said on the page. Free text (names, codes, what is searched for) can always be read.</summary>
public static class AddressWords
{
    /// <summary>Longer text says no more on the page.</summary>
    private const int MostLetters = 80;

    private const string Forms = "/do", Teams = "/records/teams", Persons = "/records/people";

    private static readonly Dictionary<string, Func<string, bool>> Everywhere = new()
    {
        ["page"] = text => PlainNumber.Whole(text) is > 0 and < 1_000_000,
        ["lang"] = text => Texts.Find(text) is not null,
        ["theme"] = text => text is "dark" or "light" or "system",
        // What was done on the page somebody comes back from; DoneNotice reads it.
        [IntentForms.DoneWord] = text => PlainNumber.Long(text) is > 0,
        [IntentForms.ByWord] = Any,
        // The question about land goes along from page to page; LandQuery reads it.
        ["date"] = Any,
        ["from"] = Any,
        ["known"] = Any,
        ["kind"] = Any,
    };

    private static readonly Dictionary<string, Dictionary<string, Func<string, bool>>> Pages = new()
    {
        ["/search"] = new() { ["q"] = Any },
        ["/spot"] = new() { ["at"] = Any },
        ["/sign-in"] = new() { ["back"] = Any },
        ["/me"] = new() { ["back"] = Any },
        ["/findings/group"] = new() { ["key"] = Any, ["batch"] = IsId },
        ["/balance"] = new() { ["by"] = text => BalanceQuestions.ParseGroup(text) is not null },
        ["/balance/restated"] = new() { ["after"] = text => PlainNumber.Whole(text) is not null },
        ["/map"] = new()
        {
            ["at"] = text => MapAddress.Box(text) is not null,
            ["spot"] = text => SpotAddress.ReadOnMap(text) is not null,
            ["off"] = Any,
        },
        [Forms] = new() { [IntentForms.BackWord] = text => Link.Here(text) is not null },
        ["/entitlement"] = new()
        {
            ["who"] = Any,
            ["activity"] = text => EntitlementQuestions.ActivityOf(text) is not null,
            ["on"] = IsDay,
            ["place"] = Any,
            ["then"] = IsDay,
        },
        [Teams] = new() { ["on"] = IsDay, ["then"] = IsDay },
        [Persons] = new() { ["on"] = IsDay, ["then"] = IsDay },
        ["/import/draft"] = new() { ["verdict"] = text => Named<Verdict>(text) is not null },
    };

    /// <summary>Words of this address nobody can read, as they stand in it.</summary>
    /// <param name="fields">Of the form on the page: its address may fill them in.</param>
    public static IEnumerable<string> Unread(string path, IQueryCollection query, IReadOnlyCollection<string> fields) => query
        .Where(word => !fields.Contains(word.Key) && !(word.Value.ToString() is { Length: 0 } && Knows(path, word.Key))
            && !IsRead(path, word.Key, word.Value.ToString()))
        .Select(word => Short($"{word.Key}={word.Value}"));

    /// <summary>The word as the page may use it: empty when it is not there, or cannot be read.</summary>
    public static string Read(string path, IQueryCollection query, string name) =>
        query[name].ToString() is var text && IsRead(path, name, text) ? text : "";

    /// <summary>A value by its own name; a number is no name.</summary>
    public static T? Named<T>(string? text) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => value.ToString() == text).Select(value => (T?)value).FirstOrDefault();

    /// <summary>The form whose page this is; null where it is none.</summary>
    public static string? FormOn(string path) => path.StartsWith(Forms + "/", StringComparison.Ordinal) ? path[(Forms.Length + 1)..] : null;

    private static bool IsRead(string path, string name, string text) => AllLists.On(path)?.CanRead(name, text) ?? ReaderOf(path, name)?.Invoke(text) ?? false;

    private static bool Knows(string path, string name) => ReaderOf(path, name) is not null || AllLists.On(path)?.CanRead(name, "") is not null;

    private static Func<string, bool>? ReaderOf(string path, string name) =>
        Pages.GetValueOrDefault(PageOf(path))?.GetValueOrDefault(name) ?? Everywhere.GetValueOrDefault(name);

    /// <summary>The address of a page without what it is about.</summary>
    private static string PageOf(string path) => path.StartsWith("/import/draft/", StringComparison.Ordinal) ? "/import/draft"
        : path.StartsWith(Teams + "/", StringComparison.Ordinal) ? Teams
        : path.StartsWith(Persons + "/", StringComparison.Ordinal) ? Persons
        : FormOn(path) is not null ? Forms : path;

    private static bool Any(string text) => true;

    private static bool IsDay(string text) => IsoDay.Read(text) is not null;

    private static bool IsId(string text) => Guid.TryParse(text, out _);

    private static string Short(string text) => text.Length > MostLetters ? text[..MostLetters] + "…" : text;
}
