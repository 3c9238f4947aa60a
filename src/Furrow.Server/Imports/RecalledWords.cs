using Furrow.Core.Vocabulary;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports.Dictionary;

namespace Furrow.Server.Imports;

/// <summary>Words that the programme has learned are known from its list of words, and from nowhere else: one that was forgotten or learned anew must not come
/// back with the mapping of an earlier file.</summary>
internal static class RecalledWords
{
    public static Mapping Without(Mapping mapping, LearnedWords learned)
    {
        var all = learned.All.Select(w => Key(w.Field, w.Text)).ToHashSet();
        return all.Count == 0 ? mapping : mapping with { Fields = [.. mapping.Fields.Select(f => Without(f, all))] };
    }

    private static FieldRule Without(FieldRule rule, HashSet<(string, string)> learned)
    {
        var type = ReportFields.Find(rule.Field)!.Type;
        var field = NumberText.UnitsOf(type).Count > 0 ? WordRules.Unit : rule.Field;
        var heading = field == WordRules.Unit && rule.Column is { } column ? HeadingUnit.Of(column, type) : null;
        return rule with
        {
            Values = rule.Values?.Any(v => learned.Contains(Key(field, v.Key))) == true
                ? rule.Values.Where(v => !learned.Contains(Key(field, v.Key))).ToDictionary(v => v.Key, v => v.Value) : rule.Values,
            Unit = heading is { Length: > 0 } && learned.Contains(Key(WordRules.Unit, heading)) ? heading : rule.Unit,
        };
    }

    private static (string, string) Key(string field, string text) => (field, text.Trim().ToUpperInvariant());
}
