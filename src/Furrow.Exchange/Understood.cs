using Furrow.Core;

namespace Furrow.Exchange;

/// <summary>What a reading of a file is about. Readers speak of the file, the import also of its columns and words.</summary>
public enum ReadingTopic : byte
{
    /// <summary>Sheet, layer or member of an archive: those read and those not read.</summary>
    Part,

    /// <summary>The rows that name the columns, and what stands above them.</summary>
    Headings,
    Encoding,

    /// <summary>Coordinate system, with its registry name.</summary>
    System,

    /// <summary>How its datum becomes WGS 84, and how exactly: "EPSG:1988 ±5 m".</summary>
    Shift,
    AxisOrder,

    /// <summary>From which north bearings count, and how far the magnetic one lies from the true one.</summary>
    North,
    DateOrder,
    DecimalSign,
    Unit,

    /// <summary>How rows make up records: one a row, turning points by code, record with several polygons, legs.</summary>
    Structure,

    /// <summary>What a word for points of a record says of them.</summary>
    PointRole,
    Hidden,

    /// <summary>Rows that sum up others.</summary>
    Totals,

    /// <summary>By whose clock hours became days.</summary>
    Time,

    /// <summary>Rows whose content the programme has already.</summary>
    Again,

    /// <summary>What a column is read as.</summary>
    Column,

    /// <summary>What a word of a column means.</summary>
    Word,

    /// <summary>What stands in for rows that say nothing.</summary>
    Default,
}

/// <summary>How sure a reading is.</summary>
public enum Standing : byte
{
    /// <summary>The file, its format or the person says it, or nothing else is possible.</summary>
    Known,

    /// <summary>Found by a rule that may be wrong: a person confirms it before anything is applied.</summary>
    Proposed,

    /// <summary>No reading was found: a person says it before anything is applied.</summary>
    NotKnown,
}

/// <summary>One thing that was understood about a file as a whole, for the dictionary of an import.</summary>
/// <param name="Of">What it is said of: a column, a sheet; empty for the file.</param>
/// <param name="Reading">What it is read as, in the words of an option where one sets it: "EPSG:32633", "windows-1250", "ha"; empty when not known.</param>
/// <param name="Why">How that was found, as a sentence; null where the reading says it.</param>
public sealed record Understood(ReadingTopic Topic, string Of, string Reading, Standing Standing, Problem? Why = null)
{
    /// <summary>What it can be, where the file shows that.</summary>
    public IReadOnlyList<ReadingChoice> Choices { get; init; } = [];
}

/// <summary>One answer to a question about a file.</summary>
/// <param name="Word">As the option takes it: "windows-1250", "4", "read".</param>
/// <param name="Shown">What the file shows for it: a text as that encoding reads it, the beginning of that row. Empty where the word says it.</param>
public sealed record ReadingChoice(string Word, string Shown = "");
