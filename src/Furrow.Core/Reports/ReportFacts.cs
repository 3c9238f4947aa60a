using System.Text.Json.Serialization;
using Furrow.Core.Log;
using Furrow.Core.Rights;

namespace Furrow.Core.Reports;

// What comes in is kept whatever a later release wrote; every decision about it rests on land that is known to its end.

/// <summary>A report arrived, by hand or as a row of a batch.</summary>
[FactName("report-submitted", 1, needs: Right.Record)]
public sealed record ReportSubmitted(Report Report, Guid? Batch) : IConcerning, ISealing
{
    IFact ISealing.PlacedAt(long position) => this with { Report = ReportSeals.PlacedAt(Report, position) };

    public IEnumerable<Concern> Concerns(IKnown known) => [ReportConcerns.Of(Report, Batch)];
}

/// <summary>A report that was sent back came again, word for word as it was. With another content it is submitted anew.</summary>
[FactName("report-sent-again", 1, needs: Right.Record)]
public sealed record ReportSentAgain(Guid Report) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => ReportConcerns.Of(known, Report);
}

/// <summary>Someone looked it over; the findings it then had are computed, not stored.</summary>
[FactName("report-checked", 1, needs: Right.Check, RestsOn = Scopes.Land)]
public sealed record ReportChecked(Guid Report) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => ReportConcerns.Of(known, Report);
}

/// <summary>Someone looked over every report of a batch that waits.</summary>
[FactName("batch-checked", 1, needs: Right.Check, RestsOn = Scopes.Land)]
public sealed record BatchChecked(Guid Batch) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => ReportConcerns.OfBatch(known, Batch);
}

/// <summary>Sent back to its author to mend.</summary>
[FactName("report-returned", 1, needs: Right.Accept, RestsOn = Scopes.Land)]
public sealed record ReportReturned(Guid Report) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => ReportConcerns.Of(known, Report);
}

/// <summary>Refused for good; it stays in the record.</summary>
[FactName("report-rejected", 1, needs: Right.Accept, RestsOn = Scopes.Land)]
public sealed record ReportRejected(Guid Report) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => ReportConcerns.Of(known, Report);
}

/// <summary>Someone entitled accepted reports: from this acceptance number on they count. Numbers run without gaps from 1.
/// Batch: every report of the batch that waits; else the reports named.</summary>
[FactName("reports-accepted", 1, Scopes.Land, needs: Right.Accept)]
public sealed record ReportsAccepted(int Acceptance, Guid? Batch, IReadOnlyList<Guid> Reports) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => Batch is { } batch ? ReportConcerns.OfBatch(known, batch)
        : Reports.SelectMany(report => ReportConcerns.Of(known, report));
}

/// <summary>A file came in: what it was, how its columns were read, and the account of its rows.</summary>
[FactName("batch-received", 1, needs: Right.Record)]
public sealed record BatchReceived(Guid Batch, string File, string FileSha256, string MappingJson, int RowsRead, int RowsTaken, int RowsRepaired,
    int RowsWithoutPolygon, IReadOnlyList<RefusedRow> Refused) : IFact
{
    /// <summary>Rows of which no report was made: refused, here already, or stating nothing.</summary>
    public int RowsStayedOut => RowsRead - RowsTaken - RowsRepaired - RowsWithoutPolygon;
}

/// <param name="Row">From 1; the first of several that were one.</param>
/// <param name="Code">Of the problem (see <see cref="Problems"/>).</param>
/// <param name="Field">The column at fault, where one is.</param>
public sealed record RefusedRow(int Row, string Code, Phrase Phrase, string? Field = null)
{
    public string Sentence => Phrase.ToString();

    /// <summary>In one line, with its place in front and its code behind.</summary>
    public string In(string file) => $"{new ProblemPlace(file, Row, Field)}: {Sentence} [{Code}]";
}

/// <summary>A whole batch was taken back by one new acceptance that withdraws it.</summary>
[FactName("batch-undone", 1, Scopes.Land, needs: Right.Accept)]
public sealed record BatchUndone(int Acceptance, Guid Batch) : IConcerning
{
    public IEnumerable<Concern> Concerns(IKnown known) => ReportConcerns.OfBatch(known, Batch);
}

[JsonSerializable(typeof(ReportSubmitted))]
[JsonSerializable(typeof(ReportSentAgain))]
[JsonSerializable(typeof(ReportChecked))]
[JsonSerializable(typeof(BatchChecked))]
[JsonSerializable(typeof(ReportReturned))]
[JsonSerializable(typeof(ReportRejected))]
[JsonSerializable(typeof(ReportsAccepted))]
[JsonSerializable(typeof(BatchReceived))]
[JsonSerializable(typeof(BatchUndone))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ReportFactsJson : JsonSerializerContext;
