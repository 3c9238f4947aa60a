using Furrow.Core.Cooperation;
using Furrow.Core.Figures;
using Furrow.Core.Log;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>What was published, and who acts.</summary>
public static class FigureLists
{
    /// <summary>Published figures, the newest first.</summary>
    public static readonly Listing<PublishedFigure> Figures = new("figures", "figures.title", ask => ask.State.Figures.Reverse())
    {
        Address = "/figures",
        Nothing = "figures.none",
        Columns =
        [
            new("file", "figures.file", CellType.Code, (f, _) => f.Fact.FileName) { Link = f => $"/figures/{f.Fact.Figure:D}" },
            new("as-of", "ask.date", CellType.Day, (f, _) => f.Fact.AsOf),
            new("known-at", "ask.known", CellType.Whole, (f, _) => f.Fact.KnownAt),
            new("by", "figures.by", CellType.Text, (f, ask) => ask.NameOf(f.Act.Person)) { Tier = Tier.Personal },
            new("at", "figures.at", CellType.Moment, (f, _) => f.Act.At),
            new("sha256", "figures.sha256", CellType.Text, (f, _) => f.Fact.FileSha256) { Shown = false },
            new("figure", "figures.id", CellType.Text, (f, _) => f.Fact.Figure.ToString("D")) { Shown = false },
        ],
    };

    /// <summary>Everybody who ever acted.</summary>
    public static readonly Listing<Person> People = new("people", "people.title", ask => ask.State.People.All)
    {
        Columns =
        [
            new("id", "figures.id", CellType.Text, (p, _) => p.Id.ToString("D")),
            new("name", "area.name", CellType.Text, (p, ask) => ask.NameOf(p.Id)) { Tier = Tier.Personal },
        ],
        Filters = [new("q", "area.name", FilterType.Search, (p, words, ask) => ask.May(Tier.Personal) && Core.Codes.Has(ask.NameOf(p.Id), words))],
    };
}
