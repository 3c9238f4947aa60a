namespace Furrow.Server.Pages.Lists;

/// <summary>What a fact is called on the page of a thing: by its own word, else by the word for what happens to things of every kind ("renamed").</summary>
public static class FactWords
{
    public static string KeyOf(string fact) =>
        Texts.In("en").Has("fact." + fact) ? "fact." + fact : "fact-step." + fact[(fact.LastIndexOf('-') + 1)..];
}
