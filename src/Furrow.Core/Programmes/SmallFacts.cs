using Furrow.Core.Keeping;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>The facts of all small subjects as one section of a snapshot, in the order of the log: their ordinary parts, each with its act. A start folds them
/// from here instead of looking each up in the log and proving it. They are facts, not what a fold has made of them, so the section holds for every fold; and
/// nothing sealed stands in it, so an erasure leaves it as it is.</summary>
internal static class SmallFacts
{
    public const string Section = "facts";

    /// <summary>Changes with the form alone.</summary>
    public const int Version = 1;

    /// <summary>Facts that share a table of acts and texts: read on one thread, apart from all others.</summary>
    private const int FrameFacts = 512;

    /// <summary>Frames decoded at once, and folded before the next are.</summary>
    private const int FramesTogether = 16;

    /// <summary>The names of the facts in it.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Subjects.All.Where(s => !s.IsLarge).SelectMany(s => s.FactNames).Order(StringComparer.Ordinal)];

    /// <param name="frames">Of an earlier snapshot of the same log, taken over as they are.</param>
    /// <param name="newer">The facts after that.</param>
    public static void Write(ReadOnlyMemory<byte> frames, IEnumerable<Placed> newer, Action<ReadOnlyMemory<byte>> sink)
    {
        var (to, frame) = (new ByteWriter(sink), new ByteWriter());
        to.PutTexts(Names);
        to.Flush();
        if (!frames.IsEmpty)
        {
            sink(frames);
        }

        foreach (var facts in newer.Chunk(FrameFacts))
        {
            frame.Clear();
            var acts = new ActSnapshot();
            frame.PutAll(facts, (to, placed) => Write(to, acts, placed));
            to.Put(frame.Written);
        }

        to.Flush();
    }

    /// <summary>The frames alone; <see cref="FormatException"/> when they are not of the facts that are small in this release.</summary>
    public static ReadOnlyMemory<byte> FramesOf(ReadOnlyMemory<byte> section)
    {
        var from = new ByteReader(section);
        return from.Texts().SequenceEqual(Names) ? from.Rest() : throw new FormatException("Facts of other subjects.");
    }

    /// <summary>The state of each small subject, by its number; null at the places of large ones.</summary>
    public static object?[] Fold(ReadOnlyMemory<byte> section)
    {
        var folds = Subjects.All.Select(s => s.IsLarge ? null : s.Begin(s.Empty)).ToArray();
        foreach (var frames in Frames(FramesOf(section)).Chunk(FramesTogether))
        {
            foreach (var placed in Decoded(frames).SelectMany(f => f))
            {
                var subject = Subjects.Folding(placed.Fact);
                (subject >= 0 ? folds[subject] : null)?.Apply(placed, default);
            }
        }

        return Array.ConvertAll(folds, f => f?.ToState());
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Frames(ReadOnlyMemory<byte> bytes)
    {
        for (var from = new ByteReader(bytes); !from.IsAtEnd;)
        {
            yield return from.Bytes();
        }
    }

    private static Placed[][] Decoded(ReadOnlyMemory<byte>[] frames)
    {
        var facts = new Placed[frames.Length][];
        try
        {
            Parallel.For(0, frames.Length, i => facts[i] = Read(frames[i]));
            return facts;
        }
        catch (AggregateException several)
        {
            throw several.InnerExceptions[0];
        }
    }

    private static void Write(ByteWriter to, ActSnapshot acts, Placed placed)
    {
        to.Put(placed.Position);
        ActSnapshot.WriteTime(to, placed.CommittedAt);
        acts.Write(to, placed.Act);
        FactSnapshot.Write(to, placed.Fact);
    }

    private static Placed[] Read(ReadOnlyMemory<byte> frame)
    {
        var (from, acts) = (new ByteReader(frame), new ActSnapshot());
        var facts = from.All(from => new Placed(from.Long(), ActSnapshot.ReadTime(from), acts.Read(from), FactSnapshot.Read<IFact>(from)));
        return from.IsAtEnd ? facts : throw new FormatException("Bytes after the end of a frame.");
    }
}
