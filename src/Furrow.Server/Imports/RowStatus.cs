using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports;

/// <summary>What a row itself says about its status, held against what it is imported as. The word of --as fills in where a row says nothing; it never
/// overrules one that says something else.</summary>
internal static class RowStatus
{
    public static IEnumerable<Problem> Contradictions(MappedRow mapped, ImportOptions options, IReadOnlyList<StatusColumn> statuses)
    {
        if (mapped.StatesNothing is not null)
        {
            return OfNothing(mapped, options, statuses);
        }

        if (OfRead(mapped, options) is { } own)
        {
            return [own];
        }

        return options.As.Of(mapped.Kind, mapped.Effect)?.Effect is not { } becomes ? []
            : statuses.SelectMany(s => Values(mapped.Source, s.Name, 0).Select(v => OfValue(mapped.Source, s, v, becomes)))
                .Concat(OfTwin(mapped.Source, options, becomes)).OfType<Problem>();
    }

    /// <summary>What the columns that are read say.</summary>
    private static Problem? OfRead(MappedRow mapped, ImportOptions options)
    {
        var importAs = options.As;
        if (mapped.Effect is { } says && !Agrees(importAs, says))
        {
            return Contradicts(mapped, options, "effect", NameOf(says), WordOf(importAs.Word));
        }

        return mapped.StatedKind is { } kind && (importAs.Kind ?? mapped.StatedKind) is { } wanted
            && (kind != wanted || importAs.Kind is null && mapped.Effect is { } effect && !ReportKinds.Allows(kind, effect))
            ? Contradicts(mapped, options, "kind", WordOf(ReportKinds.NameOf(kind)),
                importAs.Kind is null ? NameOf(mapped.Effect!.Value) : WordOf(importAs.Word)) : null;
    }

    /// <summary>What a column nobody reads says against what the row would be.</summary>
    public static Problem? Contrary(MappedRow mapped, ContraryColumns columns, LandEffect becomes)
    {
        var row = mapped.Source;
        return columns.Against(mapped, becomes) is not { } found ? null
            : found.Says is { } says ? Problems.StatusContradicts(row.File, row.Row, found.Column, found.Value, NameOf(says), NameOf(becomes))
            : Problems.ColumnContradicts(row.File, row.Row, found.Column, found.Value, NameOf(becomes));
    }

    /// <summary>The status under which the row says that its land was released, though it comes in as a find; null when it says no such thing.</summary>
    public static string? SaysReleased(MappedRow mapped, ImportOptions options) => mapped.Effect != LandEffect.Investigate ? null
        : options.Mapping!.Fields.Where(f => f is { Field: "effect", Column: not null })
            .Select(f => mapped.Source[f.Column!]?.Trim()).FirstOrDefault(v => v is not null && ValueWords.SaysReleased(v));

    /// <summary>A row whose status states nothing may state nothing elsewhere either.</summary>
    private static IEnumerable<Problem> OfNothing(MappedRow mapped, ImportOptions options, IReadOnlyList<StatusColumn> statuses) =>
        mapped.StatedKind is { } kind ? [Contradicts(mapped, options, "kind", WordOf(ReportKinds.NameOf(kind)), Nothing)]
            : statuses.SelectMany(s => Values(mapped.Source, s.Name, 0).Select(v => BesideNothing(mapped.Source, s, v))).OfType<Problem>();

    private static Problem? BesideNothing(InputRow row, StatusColumn column, string value) =>
        StatusColumns.IsOther(column, value) || column.Act is StatusAct.Acceptance or StatusAct.Result || ValueWords.StatesNothing(value)
                || column.IsYesNo && ValueWords.ReadYesNo(value) == false ? null
            : ValueWords.ReadEffect(value) is { } says
                ? Problems.StatusContradicts(row.File, row.Row, column.Name, value, NameOf(says), Nothing)
            : column.IsYesNo && ValueWords.ReadYesNo(value) == true
                ? Problems.StatusContradicts(row.File, row.Row, column.Name, value, column.Meaning is { } effect ? NameOf(effect) : WordOf("yes"), Nothing)
            : Unknown(row, column, value);

    /// <summary>A second column of the name of the one that is read.</summary>
    private static IEnumerable<Problem?> OfTwin(InputRow row, ImportOptions options, LandEffect becomes) =>
        options.Mapping!.Fields.FirstOrDefault(f => f is { Field: "effect", Column: not null })?.Column is { } column
            ? Values(row, column, 1).Select(v => OfValue(row, new StatusColumn(column), v, becomes)) : [];

    private static IEnumerable<string> Values(InputRow row, string column, int skip) =>
        row.Fields.Where(f => f.Name == column).Skip(skip).Select(f => f.Value?.Trim() ?? "").Where(v => v.Length > 0);

    /// <summary>A value of a column nobody reads that looks like a status.</summary>
    private static Problem? OfValue(InputRow row, StatusColumn column, string value, LandEffect becomes)
    {
        if (StatusColumns.IsOther(column, value))
        {
            return null;
        }

        if (column.Act == StatusAct.Review || column.Act == StatusAct.Result && ReviewWords.IsName(column.Name) && !ReportKinds.IsRelease(becomes))
        {
            return ReviewWords.Read(value) switch
            {
                true => null,
                false => Problems.RecordNotApproved(row.File, row.Row, column.Name, value),
                _ => Unknown(row, column, value),
            };
        }

        if (column.Act is StatusAct.Acceptance or StatusAct.Result)
        {
            return ReportKinds.IsRelease(becomes) ? OfResult(row, column, value, becomes) : null;
        }

        return column.IsYesNo && ValueWords.ReadYesNo(value) is { } truth ? OfYesNo(row, column, value, truth, becomes)
            : ValueWords.StatesNothing(value)
                ? Problems.StatusContradicts(row.File, row.Row, column.Name, value, Nothing, NameOf(becomes))
            : ValueWords.ReadEffect(value) is not { } says ? Unknown(row, column, value)
            : Same(becomes, says) ? null
            : Problems.StatusContradicts(row.File, row.Row, column.Name, value, NameOf(says), NameOf(becomes));
    }

    /// <summary>What came of the work, beside a release: a known word for acceptance passes, one for its contrary contradicts; under a name that says
    /// nothing but acceptance any other word is asked about, else only one that may be negative.</summary>
    private static Problem? OfResult(InputRow row, StatusColumn column, string value, LandEffect becomes)
    {
        if (ValueWords.ReadEffect(value) is { } says)
        {
            return Same(becomes, says) || ReportKinds.IsRelease(says) && column.Act == StatusAct.Acceptance ? null
                : Problems.StatusContradicts(row.File, row.Row, column.Name, value, NameOf(says), NameOf(becomes));
        }

        return ResultWords.Read(value) switch
        {
            true => null,
            false =>
                Problems.StatusContradicts(row.File, row.Row, column.Name, value, WordOf("not accepted"), NameOf(becomes)),
            _ => column.Act == StatusAct.Acceptance || ResultWords.MayBeBad(value)
                ? Problems.ResultUnknown(row.File, row.Row, column.Name, value, NameOf(becomes))
                : ReviewWords.Read(value) == false ? Problems.RecordNotApproved(row.File, row.Row, column.Name, value) : null,
        };
    }

    private static Problem? OfYesNo(InputRow row, StatusColumn column, string value, bool truth, LandEffect becomes)
    {
        var (agrees, meaning) = (column.Meaning, column.Act) switch
        {
            ({ } effect, _) => (Same(becomes, effect) == truth, NameOf(effect)),
            (_, StatusAct.Release) => (ReportKinds.IsRelease(becomes) == truth, WordOf("released")),
            (_, StatusAct.Completion) => (truth || !ReportKinds.IsRelease(becomes), WordOf("completed")),
            _ => (false, (Phrase?)null),
        };
        return meaning is null ? Unknown(row, column, value)
            : agrees ? null
            : Problems.StatusContradicts(row.File, row.Row, column.Name, value, truth ? meaning : $"not {meaning}", NameOf(becomes));
    }

    private static Problem Unknown(InputRow row, StatusColumn column, string value) =>
        Problems.StatusUnknown(row.File, row.Row, column.Name, value, ValueWords.Meanings(FieldType.Effect));

    private static bool Agrees(ImportAs importAs, LandEffect says) =>
        importAs.Kind is not { } kind || (importAs.EffectOfRow ? ReportKinds.Allows(kind, says) : Same(importAs.Effect!.Value, says));

    /// <summary>Land that is opened again is suspected or confirmed from then on.</summary>
    private static bool Same(LandEffect effect, LandEffect says) => effect == says
        || (effect, says) is (LandEffect.ReopenSuspected, LandEffect.Suspect) or (LandEffect.ReopenConfirmed, LandEffect.Confirm);

    private static Problem Contradicts(MappedRow mapped, ImportOptions options, string field, Phrase says, Phrase imported)
    {
        var row = mapped.Source;
        var rule = options.Mapping!.Fields.First(f => f.Field == field && (f.Constant is not null || !string.IsNullOrWhiteSpace(row[f.Column!])));
        var value = rule.Column is { } column && row[column] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : rule.Constant!;
        return Problems.StatusContradicts(row.File, row.Row, rule.Column ?? field, value, says, imported);
    }

    private static Phrase Nothing => WordOf(ValueWords.Nothing);

    private static Phrase NameOf(LandEffect effect) => WordOf(ValueWords.Effects.First(e => e.Effect == effect).Name);

    private static Phrase WordOf(string english) => $"{new Word(english)}";
}
