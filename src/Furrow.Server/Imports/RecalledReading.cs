using Furrow.Core.Reports;
using Furrow.Core.Vocabulary;
using Furrow.Exchange;
using Furrow.Exchange.Formats;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports.Dictionary;
using Furrow.Server.Programmes;

namespace Furrow.Server.Imports;

/// <summary>What the programme knows of files of one form, from the last of them that came in.</summary>
/// <param name="File">That file.</param>
/// <param name="Mapping">How it was read, without what the file at hand shows itself.</param>
public sealed record RecalledReading(string File, DateOnly Day, Mapping Mapping);

/// <summary>Finds how the last file of the same form was read: each batch keeps its mapping, and with it the headings it was confirmed for. A batch that was
/// taken back teaches nothing.</summary>
internal static class Recalling
{
    /// <summary>Readings of one form that are compared, and batches that are looked through.</summary>
    private const int MostForms = 20, MostBatches = 500;

    /// <summary>A file as it is read with some options.</summary>
    /// <param name="Columns">Of its first rows; empty where none could be read.</param>
    private sealed record Look(FileReading? Reading, string[] Columns);

    public static void Run(ImportWork work)
    {
        var known = Candidates(work);
        if (known.Count == 0 || SentRows.ReadingOf(work.Options, work.File.Name) is not { IsRefused: false } stated)
        {
            return;
        }

        var plain = At(work, stated.Value!);
        var looks = new List<(ReadOptions Options, Look Seen)> { (stated.Value!, plain) };
        foreach (var (batch, mapping) in known.Where(k => k.Mapping.Form!.Format == plain.Reading?.Format))
        {
            var adapted = RecalledWords.Without(Adapted(mapping, plain, work.Options.Reading), work.State.Of<LearnedWords>());
            if (adapted.ReadOptionsBeside(stated.Value!, work.File.Name) is { IsRefused: false } options
                && SheetForm.Of(plain.Reading!.Format, work.Options.As.Word, Seen(work, looks, options.Value!).Columns) is { } form
                && form.IsLike(mapping.Form))
            {
                var recalled = new RecalledReading(batch.Received.File, DayOf(work, batch), adapted);
                work.Options = work.Options with { Mapping = Agreed(adapted, known), Recalled = recalled };
                return;
            }
        }
    }

    private static DateOnly DayOf(ImportWork work, BatchEntry batch) => ProgrammeTime.Of(work.State).DayOf(batch.ReceivedIn.At);

    /// <summary>The last first; of readings that are the same the last.</summary>
    private static List<(BatchEntry Batch, Mapping Mapping)> Candidates(ImportWork work)
    {
        var options = work.Options;
        return options.Mapping is not null || options.Corrects is not null || options.Afresh ? [] :
        [
            .. work.State.Book.BatchOrder.Reverse().Take(MostBatches).Select(id => work.State.Book.FindBatch(id)!)
                .Where(b => b.UndoneAt is null && b.Received.MappingJson.Contains("\"form\"", StringComparison.Ordinal))
                .DistinctBy(b => b.Received.MappingJson)
                .Select(b => (Batch: b, Mapping: Mapping.FromJson(b.Received.MappingJson).Value!))
                .Where(k => k.Mapping?.Form?.As == options.As.Word).Take(MostForms),
        ];
    }

    /// <summary>The file is opened once for each way of reading it.</summary>
    private static Look Seen(ImportWork work, List<(ReadOptions Options, Look Seen)> looks, ReadOptions options)
    {
        var at = looks.FindIndex(l => l.Options.ReadsLike(options));
        if (at < 0)
        {
            at = looks.Count;
            looks.Add((options, At(work, options)));
        }

        return looks[at].Seen;
    }

    private static Look At(ImportWork work, ReadOptions options)
    {
        if (FormatDetector.Open(work.File, options with { Stop = work.Stop }) is not { IsRefused: false } opened)
        {
            return new Look(null, []);
        }

        try
        {
            string[] columns = [.. opened.Value!.Rows.Take(MappingProposal.Enough).SelectMany(r => r.Fields).Select(f => f.Name).Distinct()];
            return new Look(opened.Value, columns);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is wrong with the file is told when it is read.
            return new Look(null, []);
        }
    }

    /// <summary>What a file shows itself goes before what another one showed, and what the person says before both. That rows which look like sums are records
    /// was said of those rows: of others it is asked again.</summary>
    private static Mapping Adapted(Mapping mapping, Look plain, ReadOptions stated)
    {
        bool Asks(ReadingTopic topic) => plain.Reading!.Understood.Any(u => u.Topic == topic && u.Standing != Standing.Known);
        return mapping with
        {
            Encoding = stated.Encoding is null && Asks(ReadingTopic.Encoding) ? mapping.Encoding : null,
            Layer = stated.Layer is null && Asks(ReadingTopic.Part) ? mapping.Layer : null,
            HeaderRow = stated.HeaderRow is null && (Asks(ReadingTopic.Headings) || Asks(ReadingTopic.Part)) ? mapping.HeaderRow : null,
            Crs = stated.Crs is null ? mapping.Crs : null,
            Hidden = stated.Hidden == HiddenCells.Ask ? mapping.Hidden : HiddenCells.Ask,
            Sums = stated.Sums == SumRows.Ask && mapping.Sums == SumRows.Leave ? SumRows.Leave : SumRows.Ask,
            Only = stated.Only.Count == 0 ? mapping.Only : null,
            Geometry = stated.Axes != PlaneAxes.Unstated && mapping.Geometry is { } place ? place with { Axes = PlaneAxes.Unstated } : mapping.Geometry,
        };
    }

    /// <summary>Where files of one form were read in two ways, they come from two senders: whose this one is, a person says.</summary>
    private static Mapping Agreed(Mapping mapping, List<(BatchEntry Batch, Mapping Mapping)> known)
    {
        var alike = known.Select(k => k.Mapping).Where(m => m.Form!.IsLike(mapping.Form)).ToList();
        string? Constant(Mapping of) => of.Fields.FirstOrDefault(f => f.Field == "organisation")?.Constant;
        var fields = mapping.Fields.Select(rule => alike.TrueForAll(m => m.Fields.All(f => f.Column != rule.Column || f.DateOrder == rule.DateOrder)) ? rule
            : rule with { DateOrder = DateOrder.Unstated });
        return mapping with
        {
            Fields = [.. fields],
            Unconfirmed = alike.TrueForAll(m => Constant(m) == Constant(mapping)) ? mapping.Unconfirmed : [.. mapping.Unconfirmed ?? [], SaidForAll.KeyOf("organisation")],
        };
    }
}
