using Furrow.Core.Keeping;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>What a snapshot says besides the sections of large subjects: the kernel, and for each subject how many facts the log holds of it.</summary>
/// <param name="Tallies">By the name of the subject. Of a large one the count alone: its section holds what they gave.</param>
internal sealed record KernelSnapshot(Kernel Kernel, IReadOnlyDictionary<string, FactTally> Tallies)
{
    /// <summary>Changes with the form, and with what the kernel itself makes of facts.</summary>
    public const int Version = 1;

    public static KernelSnapshot Of(ProgrammeState state, Func<Subject, FactTally> tally) => new(state.Kernel, Subjects.All.ToDictionary(s => s.Name,
        s => s.IsLarge ? new FactTally(state.CountOf(s), default) : tally(s)));

    /// <summary>None for a subject the writer did not have or knew nothing of: there were no facts of it, or they were unread.</summary>
    public FactTally TallyOf(Subject subject) => Tallies.GetValueOrDefault(subject.Name);

    public void Write(Action<ReadOnlyMemory<byte>> sink)
    {
        var to = new ByteWriter(sink);
        to.Put(Version);
        to.Put(Kernel.Position);
        ActSnapshot.WriteTime(to, Kernel.CommittedAt);
        to.PutAll(Kernel.Unread, static (to, unread) =>
        {
            to.Put(unread.Position);
            to.Put(unread.Name);
            to.Put(unread.Version);
            to.Put((int)unread.Scopes);
        });
        to.Put(Kernel.HeldBack);

        // A subject of which nothing has happened is not written: a release that has one more writes the same bytes.
        to.PutAll([.. Tallies.Where(t => t.Value.Count > 0).OrderBy(t => t.Key, StringComparer.Ordinal)], static (to, tally) =>
        {
            to.Put(tally.Key);
            to.Put(tally.Value.Count);
            to.Put(tally.Value.Hash.ToString());
        });
        to.Flush();
    }

    public static KernelSnapshot Read(ReadOnlyMemory<byte> bytes)
    {
        var from = new ByteReader(bytes);
        if (from.Int() != Version)
        {
            throw new FormatException("A snapshot of another version.");
        }

        var kernel = new Kernel(from.Long(), ActSnapshot.ReadTime(from),
            [.. from.All(static from => new UnreadFact(from.Long(), from.RequiredText(), from.Int(), (Scopes)from.Int()))], from.Int());
        var tallies = from.All(static from => (Name: from.RequiredText(), Tally: new FactTally(from.Long(),
            Digest.Parse(from.RequiredText()) ?? throw new FormatException("A hash that is none."))));
        return from.IsAtEnd ? new KernelSnapshot(kernel, tallies.DistinctBy(t => t.Name).ToDictionary(t => t.Name, t => t.Tally))
            : throw new FormatException("Bytes after the end of a snapshot.");
    }
}
