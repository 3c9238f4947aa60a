using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports.Dictionary;

namespace Furrow.Server.Imports;

/// <summary>How the columns of the file at hand are read: as the mapping given says, else as proposed; with what the person says of single values and
/// columns beside it. What only looks like a date or a status is asked about here, before any row is read.</summary>
internal static class FileMapping
{
    public static void Settle(ImportWork work, IReadOnlyList<InputRow> first)
    {
        var proposal = MappingProposal.For(first, work.Options.Reading with { Geometry = work.Reading!.Geometry });
        work.Columns = proposal.Columns;
        work.Proposal = work.Options.Mapping is null ? proposal : null;

        work.ColumnNames = [.. first.SelectMany(r => r.Fields).Select(f => f.Name).Distinct()];
        work.Unconfirmed = [.. work.Options.Mapping is { } given ? given.Unconfirmed ?? [] : Unsure(work.Proposal!)];
        var stated = MappingProposal.WithShown(first, Said(work, work.Options.Mapping ?? work.Proposal!.Mapping));
        var mapping = FoundWords.Put(work, FoundWords.WithUnits(work, stated));
        work.Unconfirmed.ExceptWith(SaidForAll.Stated(work.Options, mapping));
        var said = SaidForAll.With(work.Options, mapping);
        work.Options = said with { Mapping = SaidForAll.Without(mapping, said) };
        work.Statuses = StatusColumns.Find(first, mapping);
        work.Ends = EndColumns.Find(first, mapping);
        work.Repeated = RepeatedColumns.Find(work.ColumnNames, mapping);
        work.Contrary = ContraryColumns.Find(first, mapping, work.Statuses);
        work.Unclear = MappingProposal.Unclear(first, mapping, work.Options.As.Kind is null);

        work.Warnings.AddRange((mapping.Leave ?? []).Where(c => first.Any(r => !string.IsNullOrWhiteSpace(r[c])))
            .Select(c => Problems.ColumnLeft(work.File.Name, c)));
    }

    /// <summary>What of a proposal may be wrong: columns taken by a part of their name, and numbers whose unit nobody states.</summary>
    private static IEnumerable<string> Unsure(MappingProposal proposal) =>
    [
        .. proposal.Columns.Where(c => !c.IsSure).Select(c => DictionaryEntry.KeyOf(ReadingTopic.Column, c.Column)),
        .. proposal.Mapping.Fields.Where(f => f is { Column: not null, Unit: null } && ReportFields.Find(f.Field)!.Type is FieldType.Area or FieldType.Depth
            or FieldType.Length).Select(f => DictionaryEntry.KeyOf(ReadingTopic.Unit, f.Column!)),
    ];

    private static Mapping Said(ImportWork work, Mapping mapping)
    {
        foreach (var (column, words) in work.Options.Columns)
        {
            var changed = mapping.Say(column, words);
            work.Problem ??= changed.Problem;
            mapping = changed.Value ?? mapping;
            work.Unconfirmed.Remove(DictionaryEntry.KeyOf(ReadingTopic.Column, column));
            var unit = DictionaryEntry.KeyOf(ReadingTopic.Unit, column);
            if (mapping.Fields.Any(f => f.Column == column && f.Unit is not null))
            {
                work.Unconfirmed.Remove(unit);
            }
            else if (mapping.Fields.Any(f => f.Column == column && words.Contains(f.Field, StringComparison.OrdinalIgnoreCase)))
            {
                // A column that is newly read as a number has a unit nobody has said.
                work.Unconfirmed.Add(unit);
            }
        }

        foreach (var (named, value, meaning) in work.Options.Meanings)
        {
            var changed = mapping.WithMeaning(named, value, meaning);
            work.Problem ??= changed.Problem;
            mapping = changed.Value ?? mapping;
            work.Unconfirmed.Remove(DictionaryEntry.KeyOf(ReadingTopic.Word, named, value));
        }

        mapping = work.Options.RestAs?.In(mapping) ?? mapping;
        var leave = work.Options.Leave.Concat(Choosing(work, mapping)).ToList();
        return leave.Count == 0 ? mapping : mapping with
        {
            Leave = [.. (mapping.Leave ?? []).Union(leave)],
            Fields = [.. mapping.Fields.Where(f => f.Column is null || !leave.Contains(f.Column))],
        };
    }

    /// <summary>Columns by which rows are chosen that are no field but perhaps the status, and whose chosen words are none for land: "Approved" says of the
    /// record that it counts, and nothing of the land.</summary>
    private static IEnumerable<string> Choosing(ImportWork work, Mapping mapping) =>
        (work.Options.Reading.Only.Count > 0 ? work.Options.Reading.Only : mapping.Only ?? work.Options.Reading.Only)
            .Where(o => o.Value.Any(v => ValueWords.Meaning(FieldType.Effect, v) is null) && mapping.Fields.All(f => f.Column != o.Key || f.Field == "effect"))
            .Select(o => o.Key);
}

/// <summary>Watches whether the columns that a mapping names are there: a mapping with a column that no row has would read nothing, and leave everything to
/// the defaults.</summary>
internal sealed class ColumnsMet(Mapping mapping)
{
    private readonly List<FieldRule> _missing = [.. mapping.Fields.Where(f => f.Column is not null)];

    public void See(IReadOnlyList<InputRow> rows)
    {
        for (var i = 0; i < rows.Count && _missing.Count > 0; i++)
        {
            _missing.RemoveAll(rule => rows[i].Fields.Any(f => f.Name == rule.Column));
        }
    }

    /// <summary>Refuses where a default would stand in for the column; names free texts that are not there.</summary>
    public Problem? Missing(ImportWork work)
    {
        foreach (var rule in _missing)
        {
            var problem = Problems.ColumnMissing(work.File.Name, rule.Field, rule.Column!);
            if (_missing.Count == mapping.Fields.Count(f => f.Column is not null) || !IsFree(ReportFields.Find(rule.Field)!))
            {
                return problem;
            }

            work.Warnings.Add(problem);
        }

        return null;
    }

    private static bool IsFree(ReportField field) =>
        field.Type is FieldType.Text or FieldType.List && field.Name is not ("code" or "corrects" or "hazardousArea" or "organisation");
}
