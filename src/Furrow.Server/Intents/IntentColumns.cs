using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Server.Languages;

namespace Furrow.Server.Intents;

/// <summary>Which column of a table is which field of an intent.</summary>
public sealed class IntentColumns
{
    private IntentColumns(IReadOnlyList<(string Heading, FieldDescription? Field)> all) => All = all;

    /// <summary>Every heading in the order of the table; those without a field are left out.</summary>
    public IReadOnlyList<(string Heading, FieldDescription? Field)> All { get; }

    public IEnumerable<(string Heading, FieldDescription Field)> Fields => All.Where(c => c.Field is not null).Select(c => (c.Heading, c.Field!));

    /// <summary>The same problem with file, row and the heading that people see above the cell, where the field has a column.</summary>
    public static Problem Placed(Problem problem, string file, int row, IReadOnlyList<(string Heading, FieldDescription? Field)> columns)
    {
        var field = problem.Where?.Field;
        return problem with { Where = new ProblemPlace(file, row, columns.FirstOrDefault(c => c.Field is { } f && f.Name == field).Heading ?? field) };
    }

    /// <summary>Every heading with the field it is read as and some of its values.</summary>
    public static IReadOnlyList<IntentHeading> Headings(Intent intent, IReadOnlyList<Exchange.InputRow> rows, IntentTableOptions options)
    {
        const int Samples = 3;
        var fields = intent.Description.Fields.Append(intent.Description.Reason).ToList();
        return
        [
            .. from heading in rows[0].Fields.Select(f => f.Name)
               let said = options.Columns.Where(c => c.Heading == heading).Select(c => c.Field).FirstOrDefault()
               let values = rows.Select(r => r[heading]?.Trim() ?? "").Where(v => v.Length > 0).Distinct().Take(Samples).ToList()
               select new IntentHeading(heading, said is null ? Known(intent, fields, heading) : fields.Find(f => f.Name == said),
                   said?.Length == 0 || said is null && values.Count == 0, values),
        ];
    }

    /// <param name="filled">Headings under which something stands: these must be fields, or be left out by somebody.</param>
    public static Outcome<IntentColumns> Of(Intent intent, IReadOnlyList<string> headings, IntentTableOptions options, IReadOnlyList<string> filled,
        string file)
    {
        var fields = intent.Description.Fields.Append(intent.Description.Reason).ToList();
        var said = options.Columns.ToList();
        if (said.Find(c => !headings.Contains(c.Heading)) is { Heading: { } absent })
        {
            return Problems.IntentColumnAbsent(file, absent);
        }

        if (said.Find(c => c.Field.Length > 0 && fields.TrueForAll(f => f.Name != c.Field)) is { Field: { } unknown })
        {
            return Problems.FieldUnknown(unknown, string.Join(", ", fields.Select(f => f.Name)));
        }

        var all = headings.Select(h => (Heading: h, Field: said.FindIndex(c => c.Heading == h) is >= 0 and var at
            ? fields.Find(f => f.Name == said[at].Field) : Known(intent, fields, h))).ToList();
        var unsaid = all.Where(c => c.Field is null && filled.Contains(c.Heading) && said.TrueForAll(s => s.Heading != c.Heading))
            .Select(c => c.Heading).ToList();
        var twice = all.Where(c => c.Field is not null).GroupBy(c => c.Field!.Name).FirstOrDefault(g => g.Count() > 1)?.ToList();
        var missing = fields.Find(f => f.IsRequired && !options.Constants.ContainsKey(f.Name) && all.TrueForAll(c => c.Field != f));
        return unsaid.Count > 0 ? Problems.IntentColumnsUnknown(file, string.Join(", ", unsaid.Select(u => $"'{u}'")), string.Join(", ", fields.Select(f => f.Name)))
            : twice is not null ? Problems.IntentColumnTwice(file, twice[0].Heading, twice[1].Heading, twice[0].Field!.Label)
            : missing is not null ? Problems.IntentColumnMissing(file, missing.Name, missing.Label)
            : new IntentColumns(all);
    }

    /// <summary>By its name or its label in any language, with or without its unit; null when it is none, or could be two.</summary>
    private static FieldDescription? Known(Intent intent, List<FieldDescription> fields, string heading)
    {
        var key = Codes.Key(heading);
        var found = fields.Where(f => Names(intent, f).Any(n => Codes.Key(n) == key)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static IEnumerable<string> Names(Intent intent, FieldDescription field) => LanguageList.All.Select(l => intent.Words.Label(l.Code, field.Name))
        .Append(field.Name).SelectMany(n => field.Unit.Length == 0 ? [n] : (string[])[n, $"{n}, {field.Unit}", $"{n} ({field.Unit})"]);
}
