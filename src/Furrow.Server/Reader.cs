using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Store;

namespace Furrow.Server;

/// <summary>What something is asked for, and by that which tiers are opened (docs/tiers.md): by a reader, and in the columns of a list.</summary>
public enum ReaderPurpose
{
    /// <summary>Land, figures, and files that may be passed on: nobody and nothing is named.</summary>
    Land,

    /// <summary>The record of who did what, on a page before somebody at this machine: names of those who acted.</summary>
    Record,

    /// <summary>Deciding: what a report says and why it was decided so, with the names. And whoever can read the ledger's file, and asks for it.</summary>
    Review,
}

public static class ReaderPurposes
{
    /// <summary>Whether what stands in this tier is opened for it.</summary>
    public static bool Opens(this ReaderPurpose purpose, Tier tier) => tier switch
    {
        Tier.Ordinary => true,
        Tier.Personal => purpose != ReaderPurpose.Land,
        Tier.Restricted => purpose == ReaderPurpose.Review,
        _ => false,
    };
}

/// <summary>Opens sealed values for one request or run of a verb and one purpose. Nothing else does. What it has read it keeps as long as it is
/// kept itself, and no longer.</summary>
public sealed class Reader
{
    /// <summary>Entries read at once.</summary>
    private const int Together = 256;

    /// <summary>More are not kept: an export of a country goes through more than anybody looks at again.</summary>
    private const int MostKept = 4096;

    private readonly ILog _log;
    private readonly Func<ProgrammeState> _state;
    private readonly Dictionary<(long, Tier), (IReadOnlyList<object>? Content, bool IsErased)> _read = [];

    /// <param name="state">The programme as it is at the moment of asking: whoever acts first is known by name right after.</param>
    internal Reader(ILog log, Func<ProgrammeState> state, ReaderPurpose purpose) => (_log, _state, Purpose) = (log, state, purpose);

    public ReaderPurpose Purpose { get; }

    /// <summary>Whether it opens this tier at all; what it does not reads as withheld.</summary>
    public bool MayOpen(Tier tier) => tier != Tier.Ordinary && Purpose.Opens(tier);

    /// <summary>The text; null when there is none. <see cref="Sealed.Withheld"/> or <see cref="Sealed.Erased"/> where it is not to be had.</summary>
    public string? Open(Sealed? text) => text is null ? null : ((Sealed)OpenOne(text)).Text;

    /// <summary>Texts by name; none where they are not to be had.</summary>
    public IReadOnlyDictionary<string, string> Open(SealedTexts texts) => ((SealedTexts)OpenOne(texts)).Texts;

    /// <summary>A report with everything in it open.</summary>
    public Report Open(Report report)
    {
        Fetch(ReportSeals.Of(report));
        return ReportSeals.With(report, text => (Sealed)OpenOne(text), texts => (SealedTexts)OpenOne(texts));
    }

    /// <summary>Reads what will be opened in one go: a list calls it before it shows its rows.</summary>
    public void Fetch(IEnumerable<SealedValue?> values)
    {
        var wanted = values.OfType<SealedValue>().Where(v => !v.IsOpen && MayOpen(v.Place!.Value.Tier))
            .Select(v => (v.Place!.Value.Position, v.Place.Value.Tier)).Where(p => !_read.ContainsKey(p)).ToHashSet();
        if (wanted.Count + _read.Count > MostKept)
        {
            _read.Clear();
        }

        foreach (var entry in wanted.Count == 0 ? [] : _log.ReadAt([.. wanted.Select(p => p.Position).Distinct().Order()]))
        {
            foreach (var tier in entry.Parts.Select(p => p.Tier).Where(t => wanted.Contains((entry.Position, t))))
            {
                _read[(entry.Position, tier)] = (entry.ContentOf(tier), entry.Parts.Any(p => p.Tier == tier && p.State == PartState.Erased));
            }
        }
    }

    /// <summary>The same for names and reasons of acts.</summary>
    public void Fetch(IEnumerable<Act> acts) => Fetch(acts.SelectMany(a => (SealedValue?[])[a.Reason, _state().People.Find(a.Person)?.Name]));

    /// <summary>What to call somebody: the name, else the beginning of the id.</summary>
    public string NameOf(Guid person) => _state().People.Find(person) is { } known ? Open(known.Name)! : person.ToString("D")[..8];

    public string NameOf(Act act) => NameOf(act.Person);

    /// <summary>Why somebody did something: where it was a decision on a group of findings, with the group. Null when no reason was given.</summary>
    public string? ReasonOf(Act act) => Open(act.Reason) is not { } reason ? null
        : _state().GroupOf(act) is { } group ? $"{group}: {reason}" : reason;

    private SealedValue OpenOne(SealedValue value)
    {
        if (value.IsOpen)
        {
            return value;
        }

        var place = value.Place!.Value;
        if (!MayOpen(place.Tier))
        {
            return SealedParts.Missing(value, isErased: false);
        }

        Fetch([value]);
        return !_read.TryGetValue((place.Position, place.Tier), out var read)
            ? throw new InvalidOperationException($"{value} stands in no entry of this log.")
            : read.Content is { } content ? SealedParts.Opened(value, content, place.Position) : SealedParts.Missing(value, read.IsErased);
    }
}
