using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports.Dictionary;
using Furrow.Server.Programmes;

namespace Furrow.Server.Imports;

/// <summary>What the person importing says about a file. Dates, organisation, team and so on stand in for rows that do not say their own.</summary>
public sealed record ImportOptions
{
    public required ImportAs As { get; init; }

    /// <summary>What rows report that do not say it themselves, over what the mapping says; null where nobody says it beside <see cref="As"/>.</summary>
    public ImportAs? RestAs { get; init; }

    /// <summary>The effective date.</summary>
    public ReportDate? On { get; init; }

    public string? Organisation { get; init; }

    public KindSet Kinds { get; init; } = KindSet.All;

    /// <summary>History before the ledger. The date of rows without their own is assumed, and printed so.</summary>
    public bool Baseline { get; init; }

    /// <summary>Not null: what is imported is accepted at once, in the name of the person importing, for this reason.</summary>
    public string? AcceptReason { get; init; }

    public string? Team { get; init; }

    public string? Donor { get; init; }

    public string? Method { get; init; }

    public int? DepthSearchedCm { get; init; }

    public string? HandedOverTo { get; init; }

    /// <summary>Evidence for a re-opening, for rows that give none.</summary>
    public string? Evidence { get; init; }

    /// <summary>Null: proposed from the columns.</summary>
    public Mapping? Mapping { get; init; }

    /// <summary>How files of this form are known to be read, where the mapping is that of another file.</summary>
    public RecalledReading? Recalled { get; init; }

    /// <summary>What is known of files of this form is not looked at: the file is read as the first of its kind.</summary>
    public bool Afresh { get; init; }

    /// <summary>What values mean, over what the mapping says: column or field, value, meaning.</summary>
    public IReadOnlyList<(string Named, string Value, string Meaning)> Meanings { get; init; } = [];

    /// <summary>What columns are, over what the mapping says: column, and its field, unit, order of dates or decimal sign.</summary>
    public IReadOnlyList<(string Column, string Words)> Columns { get; init; } = [];

    /// <summary>Everything that is only proposed is right as it was shown.</summary>
    public bool Confirms { get; init; }

    /// <summary>What a person has confirmed of it: keys of the dictionary with the meanings they were shown. Another meaning is asked about anew.</summary>
    public IReadOnlySet<string> Confirmed { get; init; } = new HashSet<string>();

    /// <summary>Columns to leave unread though they look like a status, a date, contamination or a place, beside those of the mapping.</summary>
    public IReadOnlyList<string> Leave { get; init; } = [];

    public ReadOptions Reading { get; init; } = ReadOptions.Default;

    /// <summary>Cut rings that run across the 180th meridian instead of refusing them.</summary>
    public bool CutAtAntimeridian { get; init; }

    /// <summary>Boundaries to check hazards against; where there are none that check is left out.</summary>
    public PlaceChoice Places { get; init; } = PlaceChoice.Last;

    /// <summary>Rows that a person takes as they were repaired, though the readings of their drawing differ by more than the profile lets pass.</summary>
    public HashSet<int> InDoubt { get; init; } = [];

    /// <summary>All such rows.</summary>
    public bool AllInDoubt { get; init; }

    /// <summary>The report that the one row of the file corrects: its code, and the head of its chain. A row that names another report is refused.</summary>
    public (string Code, Guid Head)? Corrects { get; init; }

    public required Actor By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What becomes of rows whose content the programme has already.</summary>
    public AgainRows Again { get; init; }

    public bool IsConfirmed(string key, string meaning) => Confirms || Confirmed.Contains(DictionaryEntry.ClaimOf(key, meaning));

    public bool TakesInDoubt(int row) => AllInDoubt || InDoubt.Contains(row);
}

/// <summary>How far a step of an import has come. A total of 0 means it is not known.</summary>
public readonly record struct ImportProgress(string Step, long Done, long Total);
