using Furrow.Core.Log;
using Furrow.Server.Answers;

namespace Furrow.Server.Listings;

/// <summary>What a fact says of one column of a thing, and what was said before it.</summary>
/// <param name="Before">Null: nothing was.</param>
public sealed record RecordChange(ColumnHead Column, object? Before, object? After)
{
    /// <summary>For each fact of a thing, what it says: a property is told under the column that bears its name. One that says what was said already is
    /// not told again.</summary>
    /// <param name="of">What the thing is called: "agreement". A fact about another thing, which only belongs to it, says nothing of its columns.</param>
    /// <param name="columns">Those the reader may see.</param>
    public static IReadOnlyList<IReadOnlyList<RecordChange>> Of(string? of, IReadOnlyList<ColumnHead> columns, IReadOnlyList<IFact> facts, Reader reader)
    {
        var (last, changes) = (new Dictionary<string, object?>(), new List<IReadOnlyList<RecordChange>>());
        foreach (var fact in facts)
        {
            var said = new List<RecordChange>();
            foreach (var property in of is null || AboutOf(fact) == of ? fact.GetType().GetProperties() : [])
            {
                var key = Names.Of(property.Name);
                if (columns.FirstOrDefault(c => c.Key == key) is not { } column || !IsValue(property.GetValue(fact), reader, out var value))
                {
                    continue;
                }

                // Nothing where nothing was is no change.
                if (!Equals(last.TryGetValue(key, out var before) ? before : null, value))
                {
                    said.Add(new RecordChange(column, before, value));
                }

                last[key] = value;
            }

            changes.Add(said);
        }

        return changes;
    }

    /// <summary>The first id of a fact is that of what it is about, and is called as it.</summary>
    private static string? AboutOf(IFact fact) =>
        fact.GetType().GetProperties().FirstOrDefault(p => p.PropertyType == typeof(Guid)) is { } id ? Names.Of(id.Name) : null;

    /// <summary>A plain value, as a cell of a list holds it.</summary>
    private static bool IsValue(object? property, Reader reader, out object? value)
    {
        value = property is Sealed text ? reader.Open(text) : property;
        value = value is string { Length: 0 } ? null : value;
        return value is null or string or DateOnly or int or long or bool;
    }
}
