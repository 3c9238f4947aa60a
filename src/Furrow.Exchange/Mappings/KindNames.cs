namespace Furrow.Exchange.Mappings;

/// <summary>Columns that may say which kinds of contamination are there: by a name that a column of kinds may have, together with values that speak of
/// them. Never used to read a value, only to ask.</summary>
internal static class KindNames
{
    private static readonly HashSet<string> Names = Split("threat|threats|kind|kinds|type|hazard|hazards|device|devices|ammunition|munition|munitions|ordnance|"
        + "contamination|contaminant|explosive|explosives|mine|mines|landmine|landmines|tehluke|tehdid|sursat|sursatlar|nov|novu|tehlike|tehdit|muhimmat|mayin|"
        + "mayinlar|tur|turu|mina|minalar|угроза|опасность|боеприпас|боеприпасы|вид|тип|мина|мины|prijetnja|opasnost|municija|mine|vrsta|tip|врста|خطرہ|قسم|"
        + "گولہ بارود");

    /// <summary>Letters that stand for a kind when they are the whole value, and are common words within one.</summary>
    private static readonly HashSet<string> Common = ["at", "pp", "pt", "all", "av", "mine"];

    public static bool MayBe(string name, IReadOnlyList<string> values)
    {
        var isKind = KindPhrase.Read(name) is not null;
        return (isKind || Words.Fold(name).Split(' ').Any(Names.Contains))
            && (values.Any(Speaks) || isKind && values.All(v => ValueWords.ReadYesNo(v) is not null || IsNone(v)));
    }

    private static bool IsNone(string value) => KnownText.Key(value) is "none" or "nil" or "yoxdur" or "yok" or "нет" or "nema";

    /// <summary>A known kind, or a short text that holds one: "no mines", "possibly UXO".</summary>
    private static bool Speaks(string value)
    {
        if (value.Length > 80 || StatusColumns.IsCode(value) || ValueWords.ReadEffect(value) is not null)
        {
            return false;
        }

        var words = Words.Fold(value).Split(' ');
        return KindPhrase.Read(value) is not null || words.Length <= 6 && Enumerable.Range(0, words.Length).Any(i =>
            Enumerable.Range(1, Math.Min(3, words.Length - i)).Select(n => string.Join(' ', words.Skip(i).Take(n)))
                .Any(part => KindWords.Find(part) is not null && !Common.Contains(part)));
    }

    private static HashSet<string> Split(string names) => [.. names.Split('|').Select(Words.Fold)];
}
