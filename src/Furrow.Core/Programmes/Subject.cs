using System.Reflection;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>One subject as the list knows it: its name, what it folds, and how it is begun, folded and kept.</summary>
public abstract class Subject
{
    private Subject(string name, Type state)
    {
        (Name, State) = (name, state);
        Facts = state.GetCustomAttribute<FoldsAttribute>()?.Facts ?? [];
        FactNames = [.. Facts.Select(f => f.GetCustomAttribute<FactNameAttribute>()?.Name).OfType<string>().Distinct()];
    }

    /// <summary>Of its section or tally in a snapshot.</summary>
    public string Name { get; }

    /// <summary>The type of its state.</summary>
    public Type State { get; }

    /// <summary>The facts and consequences it folds.</summary>
    public IReadOnlyList<Type> Facts { get; }

    /// <summary>The names by which its facts stand in the log. None where it lives of the consequences of another alone.</summary>
    public IReadOnlyList<string> FactNames { get; }

    /// <summary>Version of its section in a snapshot; null for a small subject, which has none and is folded at each start.</summary>
    public virtual int? SnapshotVersion => null;

    public bool IsLarge => SnapshotVersion is not null;

    internal abstract object Empty { get; }

    internal abstract ISubjectFold<object> Begin(object from);

    internal virtual void Write(object state, Action<ReadOnlyMemory<byte>> sink) => throw new InvalidOperationException($"{Name} has no section.");

    internal virtual object Read(ReadOnlyMemory<byte> bytes) => throw new FormatException($"{Name} has no section.");

    /// <summary>A small subject: folded at each start through the index of fact names.</summary>
    public static Subject Small<T>(string name)
        where T : class, ISubject<T> => new SmallSubject<T>(name);

    /// <summary>A subject with a section of its own in the snapshot.</summary>
    public static Subject Large<T>(string name)
        where T : class, ILargeSubject<T> => new LargeSubject<T>(name);

    private class SmallSubject<T>(string name) : Subject(name, typeof(T))
        where T : class, ISubject<T>
    {
        internal override object Empty => T.Empty;

        internal override ISubjectFold<object> Begin(object from) => T.Begin((T)from);
    }

    private sealed class LargeSubject<T>(string name) : SmallSubject<T>(name)
        where T : class, ILargeSubject<T>
    {
        public override int? SnapshotVersion => T.SnapshotVersion;

        internal override void Write(object state, Action<ReadOnlyMemory<byte>> sink) => T.Write((T)state, sink);

        internal override object Read(ReadOnlyMemory<byte> bytes) => T.Read(bytes);
    }
}
