using System.Buffers;

namespace Furrow.Exchange.Mappings;

/// <summary>Tells whether a word may deny, doubt, put off or halve what it names, in any of the languages: such a word is never proposed as a release, and
/// never learned as one. Too many are better than one too few: a person can still say of a file what its words mean.</summary>
public static class DoubtWords
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("?؟¿!%٪~<>");

    /// <summary>Words that deny or put off, folded.</summary>
    private static readonly HashSet<string> Denials = [.. ContraryWords.Split("not|no|non|none|never|nil|without|isn t|wasn t|cannot|cant|un|will|shall|should|"
        + "must|planned|plan|expected|future|next|due|almost|nearly|maybe|perhaps|possibly|probably|unless|until|except|before|tbc|tbd|yox|yoxdur|deyil|"
        + "yok|degil|olmaz|belki|planli|gelecek|нет|не|ни|без|никогда|будет|план|возможно|вероятно|почти|نہیں|نہ|بغیر|شاید|ممکن|ne|nije|nisu|nema|"
        + "bez|nikad|mozda|vjerovatno|skoro|није|нису|нема|никад|можда")];

    /// <summary>Endings of Turkish and Azerbaijani verbs that deny: "temizlenmedi", "aparılmayıb".</summary>
    private static readonly string[] Endings = [.. ContraryWords.Split("medi|madi|memis|mamis|meyib|mayib|meyecek|mayacak|miyor|muyor|mir|mur")];

    /// <summary>Beginnings that deny within one word.</summary>
    private static readonly string[] Beginnings = [.. ContraryWords.Split("unclear|uncomplet|unfinish|unreleas|uncancel|undemin|uncheck|unconfirm|nonclear|"
        + "incomplet|недо|неочи|незав|незак|неразм|невып|nezav|neoci|neraz|nedovr|неза|необ")];

    public static bool MayDeny(string value)
    {
        var folded = Words.Fold(value);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return value.AsSpan().ContainsAny(Signs) || ContraryWords.Speaks(value) || words.Any(Denials.Contains) || ContraryWords.Begins(folded, Beginnings)
            || words.Any(w => w.Length > 5 && Endings.Any(e => w.EndsWith(e, StringComparison.Ordinal)));
    }
}
