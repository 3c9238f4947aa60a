using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Imports.Dictionary;
using Furrow.Server.Programmes;

namespace Furrow.Server.Pages.Import;

/// <summary>What the form of an import says, turned into the options of the import.</summary>
public static class ImportForm
{
    /// <summary>Stands for a column that is ignored, in the list of fields.</summary>
    public const string Left = "-";

    public static Outcome<ImportOptions> Read(IFormCollection form, Visit visit)
    {
        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        if (ImportAs.Find(form["as"].ToString()) is not { } importAs)
        {
            return Problems.ReportFieldWrong("as", $"Say what the rows of the file are.");
        }

        if (Text("on") is { } on && Date(on) is null)
        {
            return Problems.ReportFieldWrong("on", $"\"{on}\" is not a date; write it as 2016-12-31.");
        }

        if (Text("depth") is { } deep && PlainNumber.Whole(deep) is null)
        {
            return Problems.ReportFieldWrong("depth", $"\"{deep}\" is not a depth; write whole centimetres, as 20.");
        }

        var kinds = KindsOf(form);
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
            DepthSearchedCm = PlainNumber.Whole(Text("depth")),
            HandedOverTo = Text("to"),
            Evidence = Text("evidence"),
            Reading = new ReadOptions { Crs = Text("crs"), Axes = AxesWord.Find(Text("axes")) ?? default, Encoding = Text("encoding"), Layer = Text("layer") },
            Places = visit.Places is { } places ? PlaceChoice.Of(places) : PlaceChoice.Last,
            By = visit.Actor,
            At = visit.Now,
        };
    }

    /// <summary>The mapping as the table of columns says it: one field for each column, a constant for fields without one.</summary>
    public static Outcome<Mapping> ReadMapping(IFormCollection form, Mapping before, IReadOnlyList<string> columns)
    {
        var (rules, left) = (new List<FieldRule>(), new List<string>());
        left.AddRange((before.Leave ?? []).Where(c => !Asks(form, columns, c)));
        rules.AddRange(before.Fields.Where(f => f.Column is not null && !Asks(form, columns, f.Column)));
        for (var i = 0; i < columns.Count; i++)
        {
            var chosen = form[Column(i)].ToString();
            if (chosen == Left)
            {
                left.Add(columns[i]);
            }

            if (ReportFields.Find(chosen) is not { } field)
            {
                continue;
            }

            var known = before.Fields.FirstOrDefault(r => r.Field == field.Name);
            rules.RemoveAll(r => r.Field == field.Name);
            rules.Add(known?.Column == columns[i] ? known : FieldRule.Said(field, columns[i], known?.Constant));
        }

        rules.AddRange(before.Fields.Where(r => r.Column is null && rules.All(n => n.Field != r.Field)));
        // A column that is newly read as a number has a unit nobody has said.
        var bare = rules.Where(r => r is { Column: not null, Unit: null } && !before.Fields.Contains(r)
            && ReportFields.Find(r.Field)!.Type is FieldType.Area or FieldType.Depth or FieldType.Length);
        var open = (before.Unconfirmed ?? []).Union(bare.Select(r => DictionaryEntry.KeyOf(ReadingTopic.Unit, r.Column!))).ToList();
        return ImportWords.Chosen(form, before with
        {
            Fields = rules,
            Leave = left.Count > 0 ? left : null,
            Unconfirmed = open.Count > 0 ? open : null,
        });
    }

    private static string Column(int i) => string.Create(CultureInfo.InvariantCulture, $"column-{i}");

    /// <summary>Whether the form says what a column is; one the dictionary asks about is said there.</summary>
    private static bool Asks(IFormCollection form, IReadOnlyList<string> columns, string column) =>
        Enumerable.Range(0, columns.Count).Any(i => columns[i] == column && form.ContainsKey(Column(i)));

    /// <summary>What is said of the table, by the mapping and by the person: as the form shows it.</summary>
    public static ReadOptions Seen(ImportOptions options) =>
        options.Mapping?.ReadOptionsBeside(options.Reading, "") is { IsRefused: false } both ? both.Value! : options.Reading;

    /// <summary>The options with another mapping, and what stands beside it in the same form.</summary>
    /// <param name="shown">Where rows lie, as the form showed it: what was changed there goes before what the dictionary was told of a column.</param>
    public static ImportOptions Changed(ImportOptions options, IFormCollection form, Mapping mapping, GeometryColumns? shown, bool hidesColumns)
    {
        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        var general = Said(options, form);
        var (before, axes) = (Seen(options), AxesWord.Find(Text("axes")));
        var table = TableFields.ReadFile(form, before);

        // Another sheet has other columns: they are looked at afresh. So are hidden ones; hidden rows have none of their own.
        var isSame = table.Layer == before.Layer
            && (table.Hidden == before.Hidden || table.Hidden == HiddenCells.Leave && before.Hidden == HiddenCells.Ask || !hidesColumns)
            && TableFields.AreSame(table, before)
            && (mapping.Fields.Count > 0 || ImportAs.Find(form["rest-as"].ToString()) is not null
                || mapping.Leave is not null || mapping.Geometry != shown);
        var typed = PlaceForm.Read(form, shown);
        var told = typed == shown ? mapping.Geometry ?? shown : typed;
        var place = axes is { } turned && told is { } columns ? columns with { Axes = turned } : told;
        return general with
        {
            Mapping = isSame
                ? TableFields.InMapping(Rest(form, general, mapping) with { Geometry = place }, table)
                : null,
            Reading = table with
            {
                Axes = axes ?? place?.Axes ?? default,
                Geometry = place != shown ? place : isSame ? options.Reading.Geometry : null,
            },
        };
    }

    /// <summary>The options with a mapping that was given whole: beside it counts only what was stated of this file and the mapping does not say.</summary>
    public static ImportOptions Given(ImportOptions options, IFormCollection form, Mapping mapping)
    {
        bool Says(string field) => mapping.Fields.Any(f => f.Field == field && f.Constant is not null);
        var (said, reading) = (Said(options, form), options.Reading);
        return said with
        {
            Mapping = mapping,
            Recalled = null,
            Confirmed = new HashSet<string>(),
            Organisation = Says("organisation") ? null : said.Organisation,
            Kinds = Says("kinds") ? KindSet.All : said.Kinds,
            On = Says("end") ? null : said.On,
            Reading = reading with
            {
                Crs = mapping.Crs is null ? reading.Crs : null,
                Encoding = mapping.Encoding is null ? reading.Encoding : null,
                Layer = mapping.Layer is null ? reading.Layer : null,
                HeaderRow = mapping.HeaderRow is null ? reading.HeaderRow : null,
                Hidden = mapping.Hidden == HiddenCells.Ask ? reading.Hidden : HiddenCells.Ask,
                Sums = mapping.Sums == SumRows.Ask ? reading.Sums : SumRows.Ask,
                Only = mapping.Only is null ? reading.Only : ReadOptions.Default.Only,
                Geometry = mapping.Geometry is null ? reading.Geometry : null,
            },
        };
    }

    private static ImportOptions Said(ImportOptions options, IFormCollection form)
    {
        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        return options with
        {
            As = ImportAs.Find(form["as"].ToString()) ?? options.As,
            Kinds = form.ContainsKey("kinds-shown") && KindsOf(form) is not KindSet.None and var kinds ? kinds : options.Kinds,
            Baseline = form.ContainsKey("kinds-shown") ? form.ContainsKey("baseline") : options.Baseline,
            On = Date(Text("on")) ?? options.On,
            Organisation = Text("organisation") ?? options.Organisation,
        };
    }

    /// <summary>What stands in for rows that say nothing of their status; nothing where it is said what all rows are.</summary>
    private static Mapping Rest(IFormCollection form, ImportOptions options, Mapping mapping) =>
        options.As.Kind is not null ? ImportAs.WithoutStandIn(mapping)
        : !form.ContainsKey("rest-as") ? mapping
        : ImportAs.Find(form["rest-as"].ToString())?.In(mapping) ?? ImportAs.WithoutStandIn(mapping);

    /// <summary>The options with the rows a person takes though their drawing is in doubt; those taken before stay taken.</summary>
    public static ImportOptions InDoubt(ImportOptions options, IFormCollection form) => options with
    {
        AllInDoubt = options.AllInDoubt || form.ContainsKey("all"),
        InDoubt = [.. options.InDoubt, .. form["row"].Select(text => PlainNumber.Whole(text) ?? 0)],
    };

    private static KindSet KindsOf(IFormCollection form) =>
        form["kinds"].Aggregate(KindSet.None, (all, name) => all | Kinds.Names.FirstOrDefault(k => k.Name == name).Kind);

    private static ReportDate? Date(string? text) =>
        IsoDay.Read(text) is { } day ? new ReportDate(day) : null;
}
