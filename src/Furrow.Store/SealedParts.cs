using Furrow.Core.Log;

namespace Furrow.Store;

/// <summary>What is sealed in an entry that was read.</summary>
public static class SealedParts
{
    private static readonly Dictionary<string, string> NoTexts = [];

    /// <summary>The content of a tier by index, texts and texts by name; null when it was withheld or erased. The part is proved:
    /// <see cref="LogBrokenException"/> when it is not the one its statement names, or holds no such values.</summary>
    public static IReadOnlyList<object>? ContentOf(this Entry entry, Tier tier)
    {
        var at = Array.FindIndex(entry.Parts, p => p.Tier == tier);
        if (at < 0 || !entry.Parts[at].Matches(entry.Statement.Parts[at]))
        {
            throw new LogBrokenException(entry.Position, $"its {tier} part is not the one its statement names");
        }

        try
        {
            return entry.Parts[at].State != PartState.Present ? null : FactFormat.ContentOf(new FactPart(tier, entry.Parts[at].Bytes));
        }
        catch (FormatException wrong)
        {
            throw new LogBrokenException(entry.Position, wrong.Message, wrong);
        }
    }

    /// <summary>A value that stands in this entry, open. A text that is not here reads as <see cref="Sealed.Withheld"/> or <see cref="Sealed.Erased"/>,
    /// texts by name as none.</summary>
    public static SealedValue Open(this Entry entry, SealedValue value)
    {
        var tier = value.Place!.Value.Tier;
        return entry.ContentOf(tier) is { } content ? Opened(value, content, entry.Position)
            : Missing(value, entry.Parts.Any(p => p.Tier == tier && p.State == PartState.Erased));
    }

    /// <summary>A value whose part is not here, as it reads.</summary>
    public static SealedValue Missing(SealedValue value, bool isErased) => value is Sealed text
        ? text.Opened(isErased ? Sealed.Erased : Sealed.Withheld) : ((SealedTexts)value).Opened(NoTexts);

    /// <summary>A value out of the content of its part.</summary>
    public static SealedValue Opened(SealedValue value, IReadOnlyList<object> content, long position)
    {
        var index = value.Place!.Value.Index;
        return (value, index < content.Count ? content[index] : null) switch
        {
            (Sealed text, string said) => text.Opened(said),
            (SealedTexts texts, IReadOnlyDictionary<string, string> said) => texts.Opened(said),
            _ => throw new LogBrokenException(position, $"its {value.Place.Value.Tier} part does not hold value {index}"),
        };
    }
}
