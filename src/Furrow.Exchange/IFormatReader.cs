using Furrow.Core;

namespace Furrow.Exchange;

/// <summary>A format Furrow reads. Every reader has the same shape: file in, rows out, complaints as values; nothing is thrown for any content.</summary>
public interface IFormatReader
{
    /// <summary>As people call it: "GeoJSON".</summary>
    string Format { get; }

    /// <summary>Opens the file and gives its rows one after another, in bounded memory.</summary>
    FileReading Read(SourceFile file, ReadOptions options);
}

/// <summary>A file being read. Enumerate <see cref="Rows"/> first; complaints about the file as a whole are complete after that. Each enumeration
/// reads the file again from its start.</summary>
public sealed class FileReading
{
    /// <summary>What stands for a letter that a program could not read.</summary>
    private const char Lost = '\uFFFD';

    private readonly Func<FileReading, IEnumerable<InputRow>> _read;
    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _warnings = [];
    private readonly List<Understood> _understood = [];
    private readonly SystemsMet _systems = new();

    internal FileReading(SourceFile file, string format, ReadOptions options, Func<FileReading, IEnumerable<InputRow>> read)
    {
        (File, Format, Options, _read) = (file, format, options, read);
    }

    public SourceFile File { get; }

    public string Format { get; }

    internal ReadOptions Options { get; }

    /// <summary>Its table has columns that nobody sees: read or left, it is another table.</summary>
    public bool HidesColumns { get; internal set; }

    /// <summary>Each problem of the file is a question that an option answers.</summary>
    public bool IsOnlyAsking => _problems.TrueForAll(IsQuestion);

    /// <summary>Why the file as a whole cannot be trusted: nothing of it may be applied when there is one.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>What the reader assumed about the file as a whole.</summary>
    public IReadOnlyList<Problem> Warnings => _warnings;

    /// <summary>What the reader understood about the file as a whole, complete after the rows.</summary>
    public IReadOnlyList<Understood> Understood =>
        [.. _understood, .. _systems.Readings(File.Name).Where(s => !_understood.Exists(u => u.Topic == s.Topic && u.Of == s.Of))];

    public IEnumerable<InputRow> Rows
    {
        get
        {
            _problems.Clear();
            _warnings.Clear();
            _understood.Clear();
            _systems.Clear();
            var identity = new RowIdentity();
            using var rows = _read(this).GetEnumerator();
            var choice = new RowChoice(this);
            var count = 0;
            var weight = new RowWeight(File, Options.Limits);
            var texts = new LongTexts();
            while (Next(rows) is { } read)
            {
                var row = texts.Shared(read);
                if (weight.IsTooMuch(row))
                {
                    Refuse(Core.Problems.FileBeyondLimit(File.Name, $"rows of {Options.Limits.RowBytesPerFileByte} bytes for each byte of the file", row.Row));
                    yield break;
                }

                if (++count > Options.Limits.Rows)
                {
                    Refuse(Core.Problems.FileBeyondLimit(File.Name, $"{Options.Limits.Rows} rows"));
                    yield break;
                }

                var signed = identity.Sign(Whole(row));
                if (choice.Takes(signed))
                {
                    var taken = choice.Checked(signed);
                    _systems.Note(taken);
                    yield return taken;
                }
            }

            if (count > 0)
            {
                choice.Tell();
            }

            if (count == 0 && _problems.Count == 0)
            {
                Refuse(Core.Problems.FileHasNoRows(File.Name, Format));
            }
        }
    }

    /// <summary>Which columns gave the place of the rows: for tables, as told or as found. What a proposed mapping should hold.</summary>
    public GeometryColumns? Geometry { get; private set; }

    /// <summary>The sheets or layers of the file that hold something.</summary>
    public IReadOnlyList<string> Layers { get; private set; } = [];

    /// <summary>The one of them that is read; null where that is not told apart.</summary>
    public string? Layer { get; private set; }

    internal void UseLayers(IReadOnlyList<string> layers) => Layers = layers;

    internal void UseLayer(string layer) => Layer = layer;

    internal void UseGeometry(GeometryColumns columns) => Geometry = columns;

    /// <summary>Refuses the file; one that asks for a coordinate system asks a person for it. Where no answer helps nothing is asked.</summary>
    internal void Refuse(Problem problem)
    {
        if (problem is { Code: "crs-missing" or "crs-unknown" or "crs-contradicted" })
        {
            Ask(ReadingTopic.System, problem);
            return;
        }

        _problems.RemoveAll(IsQuestion);
        _problems.Add(problem);
    }

    /// <summary>Refuses the file until a person has answered, with what the answer can be.</summary>
    internal void Ask(ReadingTopic topic, Problem question, params IReadOnlyList<ReadingChoice> choices) => Ask(topic, [""], question, choices);

    /// <param name="of">What it is asked of, each by itself: words, columns.</param>
    internal void Ask(ReadingTopic topic, IEnumerable<string> of, Problem question, IReadOnlyList<ReadingChoice> choices)
    {
        if (!IsOnlyAsking)
        {
            return;
        }

        _problems.Add(question);
        foreach (var one in of)
        {
            Understand(new(topic, one, "", Standing.NotKnown, question) { Choices = choices });
        }
    }

    internal bool IsAsked(ReadingTopic topic) => _understood.Exists(u => u.Topic == topic && u.Standing == Standing.NotKnown);

    private bool IsQuestion(Problem problem) => _understood.Exists(u => u.Standing == Standing.NotKnown && ReferenceEquals(u.Why, problem));

    internal void Warn(Problem warning) => _warnings.Add(warning);

    /// <summary>Notes it once: a later reading of the same thing takes the place of an earlier one.</summary>
    internal void Understand(Understood reading)
    {
        _understood.RemoveAll(u => u.Topic == reading.Topic && u.Of == reading.Of);
        _understood.Add(reading);
    }

    /// <summary>The one place where it is held that no text with a letter that was lost is ever stored, whichever reader lost it or found it lost.</summary>
    private static InputRow Whole(InputRow row)
    {
        foreach (var field in row.Fields)
        {
            if (field.Name.Contains(Lost) || field.Value?.Contains(Lost) == true)
            {
                return row with { Problem = row.Problem ?? Core.Problems.TextLost(row.File, row.Row, field.Name.Replace(Lost, '?'), field.Value ?? "") };
            }
        }

        return row.DrawnText?.Contains(Lost) == true && row.Problem is null
            ? row with { Problem = Core.Problems.TextLost(row.File, row.Row, "geometry", row.DrawnText) } : row;
    }

    /// <summary>Disks fail and archives lie while rows are being read: that is a complaint about the file, not a crash.</summary>
    private InputRow? Next(IEnumerator<InputRow> rows)
    {
        try
        {
            return rows.MoveNext() ? rows.Current : null;
        }
        catch (OperationCanceledException) when (Options.Stop.IsCancellationRequested)
        {
            Refuse(Core.Problems.StoppedBeforeCommit());
            return null;
        }
        catch (WorkbookFaultException e)
        {
            Refuse(Core.Problems.FileBroken(File.Name, Format, e.Fault));
            return null;
        }
        catch (ArchiveFaultException e)
        {
            Refuse(Core.Problems.ArchiveBroken(File.Name, e.Fault));
            return null;
        }
        catch (ArchiveLimitException e)
        {
            Refuse(Core.Problems.FileBeyondLimit(File.Name, e.Fault));
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Refuse(Core.Problems.FileUnreadable(File.Name, $"{e.Message}"));
            return null;
        }
    }
}
