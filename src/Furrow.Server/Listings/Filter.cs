using Furrow.Core.Log;

namespace Furrow.Server.Listings;

/// <summary>How a filter is typed.</summary>
public enum FilterType : byte
{
    /// <summary>What somebody searches for.</summary>
    Search,

    /// <summary>One of the program's own words.</summary>
    Choice,

    /// <summary>One of the names that occur.</summary>
    Name,

    /// <summary>No field shows it: it comes from a link of another page, and is named above the list.</summary>
    Link,
}

/// <summary>One value a filter can have.</summary>
/// <param name="Key">Of its word in the languages; null when the value is shown as it is.</param>
public sealed record FilterChoice(string Value, string? Key = null);

/// <summary>What of a filter does not depend on the rows.</summary>
/// <param name="None">Key of what is chosen when nothing is.</param>
public sealed record FilterHead(string Key, string Heading, FilterType Type, IReadOnlyList<FilterChoice> Choices, string None);

/// <summary>A filter of a list, by a word of the address.</summary>
/// <param name="Keeps">Whether a row stays, for what was typed; a value that cannot be read never comes here.</param>
public sealed record Filter<T>(string Key, string Heading, FilterType Type, Func<T, string, ListAsk, bool> Keeps)
{
    /// <summary>The values it can have, where they are known beforehand.</summary>
    public IReadOnlyList<FilterChoice> Choices { get; init; } = [];

    /// <summary>Key of what is chosen when nothing is.</summary>
    public string None { get; init; } = "ask.all";

    /// <summary>Of what it looks at: where that may not stand, nothing is filtered by it, and a file that is asked for so is refused.</summary>
    public Tier Tier { get; init; } = Tier.Ordinary;

    /// <summary>The names that occur in the programme.</summary>
    public Func<ListAsk, IEnumerable<string>>? Names { get; init; }

    /// <summary>Whether the text means something; null: any text does, or one of the choices where there are some.</summary>
    public Func<string, bool>? Reads { get; init; }

    public bool CanRead(string text) => Reads?.Invoke(text) ?? (Choices.Count == 0 || Choices.Any(c => c.Value == text));

    public FilterHead HeadIn(ListAsk ask) =>
        new(Key, Heading, Type, Names is null ? Choices : [.. Names(ask).Select(name => new FilterChoice(name))], None);
}
