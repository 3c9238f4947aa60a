using System.Globalization;
using Furrow.Core;
using Furrow.Core.Vocabulary;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;

namespace Furrow.Server.Pages.Import;

/// <summary>The words of a file and their meanings, as the page of its draft shows them and takes them back.</summary>
public static class ImportWords
{
    /// <summary>More would be a form nobody reads; the mapping file takes them all.</summary>
    private const int Most = 200;

    /// <param name="Rows">How many rows wait for its meaning; 0 for a word that is known.</param>
    /// <param name="Meaning">Null while nobody has said one.</param>
    public sealed record Word(string Field, string Column, string Value, int Rows, string? Meaning)
    {
        /// <summary>A method or an organisation: its meaning is a name, and no choice of words.</summary>
        public bool IsName => Names.Contains(Field);
    }

    private static readonly HashSet<string> Names = [WordRules.Method, WordRules.Organisation];

    /// <summary>The words somebody has said a meaning of, and all names of methods and organisations; what is open is asked about by the dictionary.</summary>
    public static IReadOnlyList<Word> Of(ImportPlan plan)
    {
        var open = plan.Dictionary.Open.Where(e => e.Topic == ReadingTopic.Word).Select(e => (e.Of, e.Value)).ToHashSet();
        var rows = plan.Dictionary.Entries.Where(e => e is { Topic: ReadingTopic.Word, Value.Length: > 0 }).ToList();
        var said = plan.Mapping.Fields.Where(f => f.Column is not null && f.Values is not null)
            .SelectMany(f => f.Values!.Where(v => v.Value != FieldRule.Unknown).Select(v => new Word(f.Field, f.Column!, v.Key, 0, v.Value)))
            .Where(w => !open.Contains((w.Column, w.Value))).ToList();
        var names = rows.Where(e => Names.Contains(e.Field!) && !open.Contains((e.Of, e.Value)) && !said.Exists(w => w.Column == e.Of && w.Value == e.Value))
            .Select(e => new Word(e.Field!, e.Of, e.Value, e.Rows, e.Meaning));
        return [.. said.Concat(names).Take(Most)];
    }

    /// <summary>The mapping with the meanings chosen in the form. A column that is no longer read needs none.</summary>
    public static Outcome<Mapping> Chosen(IFormCollection form, Mapping mapping)
    {
        for (var i = 0; i < Most && form.ContainsKey(Name("word", i)); i++)
        {
            var (column, value) = (form[Name("word-column", i)].ToString(), form[Name("word-value", i)].ToString());
            if (mapping.Fields.All(f => f.Column != column))
            {
                continue;
            }

            var meaning = form[Name("word", i)].ToString().Trim();
            if (meaning == value && mapping.Fields.Any(f => f.Column == column && f.Values?.ContainsKey(value) != true))
            {
                continue;
            }

            var changed = mapping.WithMeaning(column, value, meaning);
            if (changed.IsRefused)
            {
                return changed;
            }

            mapping = changed.Value!;
        }

        return mapping;
    }

    private static string Name(string what, int i) => string.Create(CultureInfo.InvariantCulture, $"{what}-{i}");
}
