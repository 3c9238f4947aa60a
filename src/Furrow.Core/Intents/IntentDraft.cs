namespace Furrow.Core.Intents;

/// <summary>An intent as somebody filled it in: each value in the one form it has inside, and what is wrong with the others. Things are named as they were
/// typed: who they are is looked up where the intent is judged.</summary>
/// <param name="Values">By the name of the field, in the order given; a field nobody filled in has none.</param>
/// <param name="Problems">Why it cannot be judged, each with the name of its field; none when it can.</param>
public sealed record IntentDraft(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string? Reason, IReadOnlyList<Problem> Problems)
{
    public bool IsRefused => Problems.Count > 0;

    /// <summary>Nothing at all was said.</summary>
    public bool IsEmpty => Values.Count == 0 && Reason is null && Problems.Count == 0;

    /// <summary>The first value of a field; null when it has none.</summary>
    public string? this[string field] => Values.TryGetValue(field, out var values) && values.Count > 0 ? values[0] : null;
}
