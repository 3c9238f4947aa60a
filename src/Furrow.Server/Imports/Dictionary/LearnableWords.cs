using Furrow.Core.Vocabulary;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>What words of files can be learned to mean, field by field.</summary>
internal static class LearnableWords
{
    private static readonly FieldType[] Measures = [FieldType.Area, FieldType.Depth, FieldType.Length];

    /// <summary>A status, a kind of contamination or a unit of the lists; a method or organisation as the programme names it.</summary>
    public static bool Means(string field, string meaning) => field switch
    {
        WordRules.Unit => Measures.Any(t => IsUnit(t, meaning)),
        WordRules.Method or WordRules.Organisation => !string.IsNullOrWhiteSpace(meaning),
        _ => ReportFields.Find(field) is { } found && ValueWords.Meaning(found.Type, meaning) == meaning,
    };

    /// <summary>A negation, an unfinished act or a doubt is no release, whoever says so.</summary>
    public static bool Denies(string field, string word, string meaning) =>
        field == WordRules.Effect && ProposedWords.IsRelease(meaning) && DoubtWords.MayDeny(word);

    /// <summary>A heading, a cell or a mapping may state a unit that is none here.</summary>
    public static bool IsUnit(FieldType type, string? word) => !string.IsNullOrWhiteSpace(word) && NumberText.Factor(type, word) is not null;
}
