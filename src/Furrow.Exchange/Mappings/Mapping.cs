using System.Text.Json;
using System.Text.Json.Serialization;
using Furrow.Core;
using Furrow.Exchange.Projections;
using Furrow.Exchange.Tables;

namespace Furrow.Exchange.Mappings;

/// <summary>How one field of a report is filled: from a column, or with a constant where the column is empty or there is none.</summary>
public sealed record FieldRule
{
    /// <summary>A name of <see cref="ReportFields"/>.</summary>
    public required string Field { get; init; }

    /// <summary>Stands for the meaning of a value nobody has said yet: such a row is refused.</summary>
    public const string Unknown = "?";

    /// <summary>Stands for the meaning of a value whose rows a person leaves out knowingly.</summary>
    public const string LeftOut = "refuse";

    public string? Column { get; init; }

    /// <summary>Taken when the column is empty or not named.</summary>
    public string? Constant { get; init; }

    /// <summary>Value in the file → value to read instead; compared exactly but for blanks around. Of a field of numbers: unit behind the number → unit that
    /// is known here, whatever the case of its letters.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>What a person says that a word of the column, or the unit of its numbers, is read as.</summary>
    public string? MeaningOf(string word) => Values is null ? null
        : Values.TryGetValue(word, out var exact) || NumberText.UnitsOf(ReportFields.Find(Field)!.Type).Count == 0 ? exact
        : Values.FirstOrDefault(v => string.Equals(v.Key.Trim(), word, StringComparison.OrdinalIgnoreCase)).Value;

    public DateOrder DateOrder { get; init; }

    /// <summary>Of a column of dates that a spreadsheet program converted in part.</summary>
    public DateCells DateCells { get; init; }

    /// <summary>For a date in several columns: the column with the month, beside the year in <see cref="Column"/>.</summary>
    public string? Month { get; init; }

    /// <summary>The same with the day.</summary>
    public string? Day { get; init; }

    /// <summary>A column that somebody says is a field: the unit its heading states is what its numbers are in.</summary>
    public static FieldRule Said(ReportField field, string column, string? constant = null) => new()
    {
        Field = field.Name,
        Column = column,
        Constant = constant,
        Unit = field.Type is FieldType.Area or FieldType.Depth or FieldType.Length ? HeadingUnit.Of(column, field.Type) : null,
    };

    /// <summary>The columns it reads.</summary>
    [JsonIgnore]
    public IEnumerable<string> Columns => new[] { Column, Month, Day, UnitColumn }.OfType<string>();

    /// <summary>"ha", "m2", "cm" ...; null is the field's own unit.</summary>
    public string? Unit { get; init; }

    public bool? DecimalComma { get; init; }

    /// <summary>The column that states the unit of each number: "ha" beside 5.</summary>
    public string? UnitColumn { get; init; }

    /// <summary>What a row says in the column, with the unit beside it.</summary>
    public string? ValueIn(InputRow row)
    {
        var value = Column is null ? null : row[Column]?.Trim();
        return UnitColumn is not null && !string.IsNullOrEmpty(value) && row[UnitColumn]?.Trim() is { Length: > 0 } unit && NumberText.UnitIn(value).Length == 0
            ? $"{value} {unit}" : value;
    }
}

/// <summary>How the columns of one kind of file are read as fields of a report: a JSON file people save and share. Proposed by a dry run
/// (<see cref="MappingProposal"/>), then edited by hand.</summary>
public sealed record Mapping
{
    public int Version { get; init; } = 1;

    public string? Name { get; init; }

    /// <summary>The coordinate system; a file that states another is refused.</summary>
    public string? Crs { get; init; }

    public string? Encoding { get; init; }

    public string? Layer { get; init; }

    /// <summary>What is done with hidden rows and columns of a sheet.</summary>
    public HiddenCells Hidden { get; init; }

    /// <summary>The rows that name the columns: "4", or "4-5" for two that are joined.</summary>
    public string? HeaderRow { get; init; }

    /// <summary>What is done with rows that sum up others or are remarks.</summary>
    public SumRows Sums { get; init; }

    /// <summary>Only rows with one of these values in a column are read: column → values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Only { get; init; }

    public GeometryColumns? Geometry { get; init; }

    public IReadOnlyList<FieldRule> Fields { get; init; } = [];

    /// <summary>Columns that look as if they said something about status, date, contamination or place, and that a person says not to mind. They are kept
    /// with the report as they came, and named.</summary>
    public IReadOnlyList<string>? Leave { get; init; }

    /// <summary>Columns that look like a status and that a person says to read as none: rows they speak against stay out.</summary>
    public IReadOnlyList<string>? Watch { get; init; }

    /// <summary>What of it nobody has confirmed yet, by the keys of an import's dictionary: nothing is applied before somebody does.</summary>
    public IReadOnlyList<string>? Unconfirmed { get; init; }

    /// <summary>Of which files it was confirmed; null for one that was made by hand.</summary>
    public SheetForm? Form { get; init; }

    /// <summary>What the reader of a file needs to know from this mapping.</summary>
    [JsonIgnore]
    public ReadOptions ReadOptions => new()
    {
        Crs = Crs, Encoding = Encoding, Layer = Layer, Hidden = Hidden, HeaderRow = HeadingRows.Parse(HeaderRow), Sums = Sums,
        Only = Only ?? ReadOptions.Default.Only, Geometry = Geometry, Leave = Leave ?? [],
    };

    /// <summary>The same beside what the person importing says: both must mean the same. Limits are the person's.</summary>
    public Outcome<ReadOptions> ReadOptionsBeside(ReadOptions stated, string file)
    {
        if (stated.Crs is not null && Crs is not null && stated.Crs != Crs
            && !(StatedSystem.Of(file, stated.Crs).System.Value is { } one && StatedSystem.Of(file, Crs).System.Value is { } other
                && one.Name == other.Name))
        {
            return Problems.MappingContradicted(file, $"{new Word("coordinate system")}", $"{Crs}", $"{stated.Crs}");
        }

        return stated.Encoding is not null && Encoding is not null && stated.Encoding != Encoding
                ? Problems.MappingContradicted(file, $"{new Word("encoding")}", $"{Encoding}", $"{stated.Encoding}")
            : stated.Layer is not null && Layer is not null && stated.Layer != Layer ? Problems.MappingContradicted(file, $"{new Word("layer")}", $"{Layer}", $"{stated.Layer}")
            : stated.Hidden != HiddenCells.Ask && Hidden != HiddenCells.Ask && stated.Hidden != Hidden
                ? Problems.MappingContradicted(file, $"{new Word("hidden cells")}", Chosen(Hidden), Chosen(stated.Hidden))
            : stated.HeaderRow is { } told && HeadingRows.Parse(HeaderRow) is { } own && told != own
                ? Problems.MappingContradicted(file, $"{new Word("header row")}", $"{HeaderRow}", $"{told.ToString()}")
            : stated.Sums != SumRows.Ask && Sums != SumRows.Ask && stated.Sums != Sums
                ? Problems.MappingContradicted(file, $"{new Word("sums")}", Chosen(Sums), Chosen(stated.Sums))
            : stated with
            {
                HeaderRow = stated.HeaderRow ?? HeadingRows.Parse(HeaderRow),
                Sums = stated.Sums == SumRows.Ask ? Sums : stated.Sums,
                Only = stated.Only.Count > 0 ? stated.Only : Only ?? stated.Only,
                Crs = stated.Crs ?? Crs,
                Encoding = stated.Encoding ?? Encoding,
                Layer = stated.Layer ?? Layer,
                Hidden = stated.Hidden == HiddenCells.Ask ? Hidden : stated.Hidden,
                Geometry = stated.Geometry ?? Geometry,
                Leave = [.. stated.Leave.Union(Leave ?? [])],
            };
    }

    /// <summary>Reads one row. For many, <see cref="ToReader"/> is much quicker.</summary>
    public MappedRow Apply(InputRow row) => new RowMapper(this).Map(row);

    /// <summary>This mapping made ready for many rows. What it returns must be used by one thread at a time.</summary>
    /// <param name="dayOf">Which day a moment is where the programme counts its days; null: an hour with a zone is of the day written.</param>
    public Func<InputRow, MappedRow> ToReader(Func<DateTimeOffset, DateOnly>? dayOf = null) => new RowMapper(this, dayOf).Map;

    /// <summary>This mapping with a constant for a field that wins over any column: what the person importing says on the command line.</summary>
    public Mapping With(string field, string constant) =>
        this with { Fields = [.. Fields.Where(f => f.Field != field), new FieldRule { Field = field, Constant = constant }] };

    public string ToJson() => JsonSerializer.Serialize(this, MappingJson.Default.Mapping);

    /// <summary>This mapping with what a value of a column means.</summary>
    /// <param name="named">The column or the field.</param>
    public Outcome<Mapping> WithMeaning(string named, string value, string meaning)
    {
        var rule = Fields.FirstOrDefault(f => f.Column == named) ?? Fields.FirstOrDefault(f => f.Field == named && f.Column is not null);
        if (rule is null)
        {
            return Problems.MappingUnreadable(null, $"'{named}' is neither a column that is read nor the field of one");
        }

        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (known, means) in rule.Values ?? new Dictionary<string, string>())
        {
            values[known] = means;
        }

        values[value] = meaning;
        var changed = rule with { Values = values };
        return Wrong(changed) is { } why ? Problems.MappingUnreadable(null, why) : this with { Fields = [.. Fields.Select(f => f == rule ? changed : f)] };
    }

    /// <summary>As it is typed.</summary>
    private static Phrase Chosen(Enum choice) => $"{choice.ToString().ToLowerInvariant()}";

    /// <summary>A meaning or constant that is itself no known word would refuse every row it is meant to help.</summary>
    private static Phrase? Wrong(FieldRule rule)
    {
        var field = ReportFields.Find(rule.Field)!;
        var units = NumberText.UnitsOf(field.Type);
        if ((units.Count > 0 ? units : ValueWords.Meanings(field.Type)) is not { Count: > 0 } words)
        {
            return null;
        }

        // A number has no words, but the unit behind it may be one.
        var unread = (rule.Values?.Values ?? []).Append(units.Count > 0 ? null : rule.Constant)
            .FirstOrDefault(m => !string.IsNullOrWhiteSpace(m) && m is not (FieldRule.Unknown or FieldRule.LeftOut)
                && (units.Count > 0 ? NumberText.Factor(field.Type, m) is null : ValueWords.Meaning(field.Type, m) is null));
        return unread is null ? null
            : (Phrase)$"'{unread}' is no meaning of the field '{field.Name}': {string.Join(", ", words)}, or {FieldRule.LeftOut}";
    }

    public static Outcome<Mapping> FromJson(string json, string? file = null)
    {
        try
        {
            // Members that a file leaves out come back as nothing, not as their initial value.
            var read = JsonSerializer.Deserialize(json, MappingJson.Default.Mapping);
            var mapping = read is null ? null : read with { Version = read.Version == 0 ? 1 : read.Version, Fields = read.Fields ?? [] };
            return mapping switch
            {
                null => Problems.MappingUnreadable(file, $"it is empty"),
                { Version: not 1 } => Problems.MappingUnreadable(file, $"its version {mapping.Version} is not known here"),
                { Form: { } form } when form.Headings is null || form.Format is null || form.As is null =>
                    Problems.MappingUnreadable(file, $"its form lacks the headings, the format or what the rows report"),
                { HeaderRow: { } rows } when HeadingRows.Parse(rows) is null =>
                    Problems.MappingUnreadable(file, $"'{rows}' is no row of headings: say 4, or 4-5"),
                _ when mapping.Fields.FirstOrDefault(f => ReportFields.Find(f.Field) is null) is { } rule =>
                    Problems.MappingUnreadable(file, $"there is no field '{rule.Field}'"),
                { Geometry: { } geometry } when GeometryRequirements.Wrong(geometry) is { } lacking => Problems.MappingUnreadable(file, lacking),
                _ when mapping.Fields.Select(Wrong).FirstOrDefault(w => w is not null) is { } why => Problems.MappingUnreadable(file, why),
                _ => mapping,
            };
        }
        catch (JsonException e)
        {
            return Problems.MappingUnreadable(file, $"{e.Message}");
        }
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true, ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Mapping))]
internal sealed partial class MappingJson : JsonSerializerContext;
