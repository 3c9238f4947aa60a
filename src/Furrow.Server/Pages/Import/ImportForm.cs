using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;

namespace Furrow.Server.Pages.Import;

/// <summary>What the form of an import says, turned into the options of the import.</summary>
public static class ImportForm
{
    public static Outcome<ImportOptions> Read(IFormCollection form, Visit visit)
    {
        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        if (ImportAs.Find(form["as"].ToString()) is not { } importAs)
        {
            return Problems.ReportFieldWrong("as", "Say what the rows of the file are.");
        }

        var kinds = form["kinds"].Aggregate(KindSet.None, (all, name) => all | Kinds.Names.FirstOrDefault(k => k.Name == name).Kind);
        return new ImportOptions
        {
            As = importAs,
            On = Date(Text("on")),
            Organisation = Text("organisation"),
            Kinds = kinds == KindSet.None ? KindSet.All : kinds,
            Baseline = Text("baseline") is not null,
            Team = Text("team"),
            Donor = Text("donor"),
            Method = Text("method"),
            DepthSearchedCm = int.TryParse(Text("depth"), NumberStyles.None, CultureInfo.InvariantCulture, out var depth) ? depth : null,
            HandedOverTo = Text("to"),
            Evidence = Text("evidence"),
            Reading = new ReadOptions { Crs = Text("crs"), Axes = AxesWord.Find(Text("axes")) ?? default, Encoding = Text("encoding"), Layer = Text("layer") },
            Places = visit.Places,
            By = visit.Person,
            At = visit.Now,
        };
    }

    /// <summary>The mapping as the table of columns says it: one field for each column, a constant for fields without one.</summary>
    public static Outcome<Mapping> ReadMapping(IFormCollection form, Mapping before, IReadOnlyList<string> columns)
    {
        if (form["mapping"].ToString().Trim() is { Length: > 0 } json)
        {
            return Mapping.FromJson(json);
        }

        var rules = new List<FieldRule>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (ReportFields.Find(form["column-" + i.ToString(CultureInfo.InvariantCulture)].ToString()) is not { } field)
            {
                continue;
            }

            var known = before.Fields.FirstOrDefault(r => r.Field == field.Name);
            rules.RemoveAll(r => r.Field == field.Name);
            rules.Add(known?.Column == columns[i] ? known : new FieldRule { Field = field.Name, Column = columns[i], Constant = known?.Constant });
        }

        rules.AddRange(before.Fields.Where(r => r.Column is null && rules.All(n => n.Field != r.Field)));
        return before with { Fields = rules };
    }

    /// <summary>The options with another mapping, and what stands beside it in the same form.</summary>
    public static ImportOptions Changed(ImportOptions options, IFormCollection form, Mapping mapping)
    {
        var crs = form["crs"].ToString().Trim() is { Length: > 0 } named ? named : null;
        var axes = AxesWord.Find(form["axes"].ToString());
        return options with
        {
            Mapping = mapping with { Crs = crs, Geometry = axes is { } said && mapping.Geometry is { } place ? place with { Axes = said } : mapping.Geometry },
            Reading = options.Reading with { Crs = crs, Axes = axes ?? mapping.Geometry?.Axes ?? default },
            On = Date(form["on"].ToString()) ?? options.On,
            Organisation = form["organisation"].ToString().Trim() is { Length: > 0 } organisation ? organisation : options.Organisation,
        };
    }

    /// <summary>The options with the rows a person takes though their drawing is in doubt; those taken before stay taken.</summary>
    public static ImportOptions InDoubt(ImportOptions options, IFormCollection form) => options with
    {
        AllInDoubt = options.AllInDoubt || form.ContainsKey("all"),
        InDoubt = [.. options.InDoubt, .. form["row"].Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0)],
    };

    private static ReportDate? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new ReportDate(day) : null;
}
