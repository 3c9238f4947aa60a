using System.Globalization;
using Furrow.Core;
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
    public sealed record Word(string Field, string Column, string Value, int Rows, string? Meaning);

    public static IReadOnlyList<Word> Of(ImportPlan plan)
    {
        var open = plan.OpenWords.Where(w => plan.Mapping.Fields.Any(f => f.Column == w.Column && f.Field == w.Field))
            .Select(w => new Word(w.Field, w.Column, w.Value, w.Rows, null)).ToList();
        var known = plan.Mapping.Fields.Where(f => f.Column is not null && f.Values is not null)
            .SelectMany(f => f.Values!.Where(v => v.Value != FieldRule.Unknown).Select(v => new Word(f.Field, f.Column!, v.Key, 0, v.Value)))
            .Where(w => !open.Exists(o => o.Column == w.Column && o.Value == w.Value));
        return [.. open.Concat(known).Take(Most)];
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

            var changed = mapping.WithMeaning(column, value, form[Name("word", i)].ToString());
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
