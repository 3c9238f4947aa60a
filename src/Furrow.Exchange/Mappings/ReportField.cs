namespace Furrow.Exchange.Mappings;

/// <summary>How the text of a column is read.</summary>
public enum FieldType : byte
{
    Text,

    /// <summary>Several texts with commas or semicolons between them.</summary>
    List,
    Date,

    /// <summary>A number of m²; "ha", "km2" and "dunum" are understood as units.</summary>
    Area,

    /// <summary>A number of cm; "m" and "mm" are understood as units.</summary>
    Depth,

    /// <summary>A number of m; "cm" and "km" are understood as units.</summary>
    Length,
    YesNo,
    Effect,
    Kind,
    Contamination,
    Evidence,

    /// <summary>How exactly a date is known: day, month, year or assumed.</summary>
    Precision,

    /// <summary>A JSON object of texts: columns as a file before this one had them.</summary>
    Columns,

    /// <summary>A position as people write it: degrees, UTM or MGRS.</summary>
    Position,
}

/// <summary>A field of a report that a column can fill.</summary>
/// <param name="Name">As it stands in a mapping file.</param>
/// <param name="IsKeptUnread">A value that cannot be read is kept as it came and told, and the row is taken; else it refuses its row, since a default or
/// nothing in its place would say something else about the land.</param>
public sealed record ReportField(string Name, FieldType Type, string Meaning, bool IsKeptUnread = false)
{
    /// <summary>Whether the doubt of a cell reaches this field.</summary>
    public bool IsInDoubt(CellDoubt doubt) => doubt.IsShared ? Type == FieldType.Area : Name is not ("remarks" or "place" or "evidence");
}

/// <summary>All fields a mapping can name.</summary>
public static class ReportFields
{
    public static readonly IReadOnlyList<ReportField> All =
    [
        new("code", FieldType.Text, "the readable code of the report, unique in the programme"),
        new("kind", FieldType.Kind, "the kind of report; follows from the effect when not given"),
        new("effect", FieldType.Effect, "what the report says about its land: suspected, confirmed, cleared ..."),
        new("start", FieldType.Date, "the day the work began; a month or year stands for its first day"),
        new("end", FieldType.Date, "the effective date; a month or year stands for its last day"),
        new("startPrecision", FieldType.Precision, "how exactly the start is known, where its text does not say: day, month, year"),
        new("endPrecision", FieldType.Precision, "how exactly the effective date is known, where its text does not say: day, month, year or assumed"),
        new("organisation", FieldType.Text, "who found or did it"),
        new("team", FieldType.Text, "which team"),
        new("donor", FieldType.Text, "who paid"),
        new("kinds", FieldType.Contamination, "kinds of contamination spoken about"),
        new("hazardousArea", FieldType.Text, "code of the hazardous area the report speaks about"),
        new("hazardousAreaName", FieldType.Text, "its name"),
        new("predecessors", FieldType.List, "codes of the areas it grew out of"),
        new("aliases", FieldType.List, "other codes of the same area"),
        new("place", FieldType.Text, "name of the place"),
        new("method", FieldType.Text, "how it was surveyed or cleared"),
        new("depthSearched", FieldType.Depth, "depth searched"),
        new("depthRequired", FieldType.Depth, "depth the order required"),
        new("surfaceReleases", FieldType.YesNo, "the order lets a surface search release this land"),
        new("statedArea", FieldType.Area, "the area typed by the reporter, kept beside the computed one", true),
        new("positionAccuracy", FieldType.Length, "accuracy of the position", true),
        new("referencePoint", FieldType.Position, "position of the reference point", true),
        new("benchmark", FieldType.Position, "position of the benchmark", true),
        new("evidenceStrength", FieldType.Evidence, "direct or indirect evidence"),
        new("evidence", FieldType.Text, "what the evidence was"),
        new("handedOverTo", FieldType.Text, "to whom the land was handed over"),
        new("baseline", FieldType.YesNo, "history before the ledger"),
        new("corrects", FieldType.Text, "code of the report this one corrects"),
        new("remarks", FieldType.Text, "free text"),
        new("otherColumns", FieldType.Columns, "columns that no field took when the report first came in, as our exports hold them", true),
    ];

    public static ReportField? Find(string name) => All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
}
