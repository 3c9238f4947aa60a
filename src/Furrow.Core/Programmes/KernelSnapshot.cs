using Furrow.Core.Keeping;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>What a snapshot says besides the sections of large subjects: the kernel, and for each subject how many facts the log holds of it.</summary>
/// <param name="Counts">By the name of the subject. One of which nothing has happened is left out: a release that has one more writes the same bytes.</param>
internal sealed record KernelSnapshot(Kernel Kernel, IReadOnlyDictionary<string, long> Counts)
{
    /// <summary>Changes with the form, and with what the kernel itself makes of facts.</summary>
    public const int Version = 2;

    public static KernelSnapshot Of(ProgrammeState state) => new(state.Kernel, Subjects.All.Where(s => state.CountOf(s) > 0)
        .ToDictionary(s => s.Name, state.CountOf));

    /// <summary>None for a subject the writer did not have or knew nothing of: there were no facts of it, or they were unread.</summary>
    public long CountOf(Subject subject) => Counts.GetValueOrDefault(subject.Name);

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
        to.PutAll([.. Counts.OrderBy(c => c.Key, StringComparer.Ordinal)], static (to, count) =>
        {
            to.Put(count.Key);
            to.Put(count.Value);
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
        var counts = from.All(static from => (Name: from.RequiredText(), Count: from.Long()));
        return from.IsAtEnd ? new KernelSnapshot(kernel, counts.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Count))
            : throw new FormatException("Bytes after the end of a snapshot.");
    }
}
