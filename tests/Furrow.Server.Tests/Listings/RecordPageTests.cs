using System.Net;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Vocabulary;
using Furrow.Server.Listings;
using Furrow.Server.Lists;
using Furrow.Server.Programmes;
using Furrow.Server.Tests.Forms;

namespace Furrow.Server.Tests.Listings;

/// <summary>A list leads to its rows, and each to what happened to it, without a line about it anywhere.</summary>
public sealed class RecordPageTests : IDisposable
{
    private readonly FormServer _server = new();

    public void Dispose() => _server.Dispose();

    private Guid Register(string name, string reason)
    {
        var id = Guid.NewGuid();
        _server.Programme.Decide(new Acting("Ann", DateTimeOffset.UnixEpoch, Door.Verb, reason), (_, _) => [new PersonRegistered(id, name)]).Get();
        return id;
    }

    [Fact]
    public async Task Every_list_without_a_page_of_its_own_is_linked()
    {
        var about = (await _server.Get("/about")).Html;
        Assert.All(AllLists.All.Where(l => l.Address == "/lists/" + l.Name), l => Assert.Contains($"href=\"{l.Address}\"", about, StringComparison.Ordinal));
        Assert.Contains("href=\"/do/person-register?back=%2Flists%2Fpeople\"", (await _server.Get("/lists/people")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_leads_to_its_page_with_what_happened_to_it_and_what_can_be_done()
    {
        Register("Zoe", "the other one");
        var id = Register("Bea", "she leads team 3");
        Assert.Contains($"href=\"/records/people/{id:D}\"", (await _server.Get("/lists/people")).Html, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode((await _server.Get($"/records/people/{id:D}", "az")).Html);
        Assert.All(["<h1 dir=\"auto\">Bea</h1>", "Qeydə alınıb", "she leads team 3", $"href=\"/do/person-erase?whom={id:D}&back=%2Frecords%2Fpeople%2F{id:D}\""],
            said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.DoesNotContain("the other one", page, StringComparison.Ordinal);
    }

    /// <summary>A thing that is closed offers nothing that would be refused.</summary>
    [Fact]
    public async Task What_would_be_refused_is_not_offered()
    {
        var word = Guid.NewGuid();
        _server.Programme.Decide(new Acting("Ann", DateTimeOffset.UnixEpoch, Door.Verb, "x"), (_, _) => [new WordLearned(word, "effect", "otkaz", "cancelled")]).Get();
        Assert.Contains("/do/word-forget", (await _server.Get($"/records/words/{word:D}")).Html, StringComparison.Ordinal);
        _server.Programme.Decide(new Acting("Ann", DateTimeOffset.UnixEpoch, Door.Verb, "x"), (_, _) => [new WordForgotten(word)]).Get();
        Assert.DoesNotContain("/do/word-forget", (await _server.Get($"/records/words/{word:D}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void History_says_what_was_changed_and_from_what()
    {
        var (id, reader) = (Guid.NewGuid(), _server.Programme.ReaderFor(ReaderPurpose.Review));
        ColumnHead[] columns =
        [
            new("name", "area.name", CellType.Text, Tier.Personal, true, false), new("meaning", "words.meaning", CellType.Code, Tier.Ordinary, true, false),
        ];
        IFact[] facts = [new PersonRegistered(id, "North"), new PersonRegistered(id, "North"), new PersonRegistered(id, "South"),
            new WordLearned(id, "effect", "otkaz", "cancelled")];
        IEnumerable<string> Told(string? of) => RecordChange.Of(of, columns, facts, reader)
            .Select(f => string.Join("; ", f.Select(c => $"{c.Column.Key}: {c.Before} {c.After}")));
        Assert.Equal(["name:  North", "", "name: North South", "meaning:  cancelled"], Told(null));

        // A fact of another thing, that belongs to this one, says nothing of its columns.
        Assert.Equal(["name:  North", "", "name: North South", ""], Told("person"));
    }

    /// <summary>What came since is read on from where the last one looked.</summary>
    [Fact]
    public async Task What_happened_since_a_page_was_shown_stands_on_the_next()
    {
        var first = Register("Bea", "first");
        await _server.Get($"/records/people/{first:D}");
        var later = Register("Dan", "later");
        Assert.Contains("later", (await _server.Get($"/records/people/{later:D}")).Html, StringComparison.Ordinal);
        Assert.Contains("first", (await _server.Get($"/records/people/{first:D}")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/records/people/00000000-0000-4000-8000-000000000001")]
    [InlineData("/records/no-list/00000000-0000-4000-8000-000000000001")]
    [InlineData("/records/acceptances/00000000-0000-4000-8000-000000000001")]
    public async Task What_is_not_there_has_no_page(string address) => Assert.Equal(HttpStatusCode.NotFound, (await _server.Get(address)).Status);
}
