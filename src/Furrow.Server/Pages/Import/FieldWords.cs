using Furrow.Core;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;

namespace Furrow.Server.Pages.Import;

/// <summary>What a refusal is about, in words: the column of the file, or the field of a report that no column gives.</summary>
internal static class FieldWords
{
    /// <summary>Stands for the drawing of a row, which is no field of a report.</summary>
    private const string Drawing = "geometry";

    public static string? Of(Texts texts, Problem problem, Mapping mapping) => problem.Where?.Field is not { } field ? null
        : field == Drawing ? texts["place.title"]
        : mapping.Fields.All(f => f.Column != field) && ReportFields.Find(field) is { } known ? texts["field." + known.Name] : field;

    public static string? Of(Texts texts, RefusalCause cause) => cause.IsField ? texts["field." + ReportFields.Find(cause.Field!)!.Name]
        : cause.Field == Drawing ? texts["place.title"] : cause.Field;
}
