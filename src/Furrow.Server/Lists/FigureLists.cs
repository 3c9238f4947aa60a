using Furrow.Core.Figures;
using Furrow.Core.Log;
using Furrow.Core.Places;
using Furrow.Server.Listings;

namespace Furrow.Server.Lists;

/// <summary>What was published, and the boundaries it was split by.</summary>
public static class FigureLists
{
    /// <summary>Published figures, the newest first.</summary>
    public static readonly Listing<PublishedFigure> Figures = new("figures", "figures.title", ask => ask.State.Figures.Reverse())
    {
        Address = "/figures",
        Nothing = "figures.none",
        Columns =
        [
            new("file", "figures.file", CellType.Code, (f, _) => f.FileName) { Link = f => $"/figures/{f.Figure:D}" },
            new("as-of", "ask.date", CellType.Day, (f, _) => f.AsOf),
            new("known-at", "ask.known", CellType.Whole, (f, _) => f.KnownAt),
            new("by", "figures.by", CellType.Text, (f, ask) => ask.NameOf(f.Act.Person)) { Tier = Tier.Personal },
            new("at", "figures.at", CellType.Moment, (f, _) => f.Act.At),
            new("sha256", "figures.sha256", CellType.Text, (f, _) => f.FileSha256) { Shown = false },
            new("figure", "figures.id", CellType.Text, (f, _) => f.Figure.ToString("D")) { Shown = false },
        ],
    };

    /// <summary>Sets of boundaries that were loaded, the newest first.</summary>
    public static readonly Listing<LoadedSet> Places = new("places", "places.title", ask => ask.State.Of<PlaceSets>().All.Reverse())
    {
        Address = "/places",
        Nothing = "places.none",
        Columns =
        [
            new("name", "places.name", CellType.Text, (s, _) => s.Set.Name),
            new("edition", "places.edition", CellType.Text, (s, _) => s.Set.Version),
            new("source", "places.source", CellType.Text, (s, _) => s.Set.Source),
            new("places", "places.count", CellType.Whole, (s, _) => s.Set.Places.Count),
            new("by", "figures.by", CellType.Text, (s, ask) => ask.NameOf(s.Act.Person)) { Tier = Tier.Personal },
            new("at", "figures.at", CellType.Moment, (s, _) => s.Act.At),
        ],
    };
}
