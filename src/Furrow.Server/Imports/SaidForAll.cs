using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports.Dictionary;

namespace Furrow.Server.Imports;

/// <summary>What is said for all rows that do not say it themselves, as constants of a mapping: so that the next file has it, and the dictionary of that file
/// shows it as what stands in.</summary>
internal static class SaidForAll
{
    /// <summary>Fields the dictionary shows what stands in for.</summary>
    private static readonly HashSet<string> Shown = ["organisation", "kinds", "end"];

    /// <summary>A date, and a status that no row says, are those of one file: of the next one they are proposed, and never taken unseen.</summary>
    public static IEnumerable<string> OfOneFile(Mapping mapping) =>
        mapping.Fields.Where(f => f is { Field: "end" or "effect", Constant: not null }).Select(f => KeyOf(f.Field)).Distinct();

    /// <summary>As a mapping names what nobody has confirmed of it.</summary>
    public static string KeyOf(string field) => DictionaryEntry.KeyOf(ReadingTopic.Default, field);

    /// <summary>What of a mapping is open no more, because the person says it: against its constants.</summary>
    public static IEnumerable<string> Stated(ImportOptions options, Mapping mapping) => mapping.Fields
        .Where(f => f.Constant is not null && f.Field switch
        {
            "end" => options.On is not null,
            "organisation" => options.Organisation is not null,
            "effect" => options.RestAs is not null,
            _ => false,
        })
        .Select(f => KeyOf(f.Field));

    /// <summary>The options with the constants of a mapping. What the person says goes before them.</summary>
    public static ImportOptions With(ImportOptions options, Mapping mapping)
    {
        string? Constant(string field) =>
            mapping.Fields.Where(f => f.Field == field).Select(f => f.Constant).FirstOrDefault(c => !string.IsNullOrWhiteSpace(c));
        return options with
        {
            Organisation = options.Organisation ?? Constant("organisation"),
            Kinds = options.Kinds == KindSet.All && Constant("kinds") is { } kinds && Kinds.Parse(kinds) is { } read ? read : options.Kinds,
            On = options.On ?? (Constant("end") is { } end ? Day(mapping, end) : null),
        };
    }

    /// <summary>The mapping without the constants that stand in by the options now, and without those against which the person says something.</summary>
    public static Mapping Without(Mapping mapping, ImportOptions options)
    {
        var said = Said(options).Where(s => s.Value is not null).Select(s => s.Field).Where(f => !Shown.Contains(f)).ToHashSet();
        bool Goes(FieldRule rule) => rule.Constant is not null && (said.Contains(rule.Field) || rule.Field switch
        {
            "organisation" => options.Organisation is not null,
            "kinds" => Kinds.Parse(rule.Constant) is not null,
            "end" => options.On is not null,
            _ => false,
        });
        return mapping.Fields.Any(Goes) ? mapping with
        {
            Fields = [.. mapping.Fields.Select(f => Goes(f) ? f with { Constant = null } : f).Where(f => f.Column is not null || f.Constant is not null)],
        } : mapping;
    }

    /// <summary>The mapping with what the options say for all rows.</summary>
    public static Mapping In(Mapping mapping, ImportOptions options)
    {
        var rules = mapping.Fields.ToList();
        foreach (var (field, value) in Said(options).Where(s => s.Value is not null))
        {
            var at = rules.FindIndex(r => r.Field == field);
            if (at >= 0)
            {
                rules[at] = rules[at] with { Constant = value };
            }
            else
            {
                rules.Add(new FieldRule { Field = field, Constant = value, Unit = field == "depthSearched" ? "cm" : null });
            }
        }

        return mapping with { Fields = rules };
    }

    private static IEnumerable<(string Field, string? Value)> Said(ImportOptions options) =>
    [
        ("organisation", options.Organisation), ("kinds", options.Kinds == KindSet.All ? null : Kinds.NameOf(options.Kinds)),
        ("end", options.On is { } on ? IsoDay.Text(on.Day) : null), ("team", options.Team), ("donor", options.Donor), ("method", options.Method),
        ("handedOverTo", options.HandedOverTo), ("evidence", options.Evidence),
        ("depthSearched", options.DepthSearchedCm?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static ReportDate? Day(Mapping mapping, string text) =>
        DateText.Parse(text, mapping.Fields.FirstOrDefault(f => f is { Field: "end", Constant: not null })?.DateOrder ?? default, true);
}
