namespace Furrow.Core.Log;

/// <summary>What a programme knows of one subject: the fold of its facts. Immutable. The facts it folds stand in its <see cref="FoldsAttribute"/>, the subject
/// in one line of <c>Subjects.All</c>; nothing else has to know it. A small one (up to some 100,000 entries) is folded at each start.</summary>
public interface ISubject<T>
    where T : class, ISubject<T>
{
    /// <summary>Before the first fact.</summary>
    static abstract T Empty { get; }

    /// <summary>After one more of its facts. Rules have judged it before: a fold never refuses.</summary>
    T Apply(Placed placed);

    /// <summary>A fold of many facts at once. One by one, unless the subject has a cheaper way.</summary>
    static virtual ISubjectFold<T> Begin(T from) => new OneByOne<T>(from);
}

/// <summary>A subject of any size: it has a section of its own in the snapshot, from which a start begins instead of folding it.</summary>
public interface ILargeSubject<T> : ISubject<T>
    where T : class, ILargeSubject<T>
{
    /// <summary>Changes whenever the fold or the form of the section changes: an older section is then not used.</summary>
    static abstract int SnapshotVersion { get; }

    /// <summary>Writes piece by piece. What is handed over is used again: the taker copies it or writes it away.</summary>
    static abstract void Write(T state, Action<ReadOnlyMemory<byte>> sink);

    /// <summary>The same state again; <see cref="FormatException"/> when the bytes are not its section of this version.</summary>
    /// <param name="bytes">Kept as long as the state.</param>
    static abstract T Read(ReadOnlyMemory<byte> bytes);
}

/// <summary>The next state of a subject while it is being made.</summary>
public interface ISubjectFold<out T>
    where T : class
{
    /// <summary>Takes one fact. What comes of it for another subject is handed on to that one.</summary>
    /// <param name="stop">Ends it early: nothing of this fold is used then.</param>
    IConsequence? Apply(Placed placed, CancellationToken stop);

    T ToState();
}

/// <summary>What a fact of one subject means for another: handed on between folds and never in the log, where the fact itself stands.</summary>
public interface IConsequence : IFact;

/// <summary>The facts, and consequences, that a subject folds. Each is folded by one subject alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FoldsAttribute(params Type[] facts) : Attribute
{
    public IReadOnlyList<Type> Facts { get; } = facts;
}

/// <summary>The fold of a subject that has no cheaper way.</summary>
internal sealed class OneByOne<T>(T state) : ISubjectFold<T>
    where T : class, ISubject<T>
{
    private T _state = state;

    public IConsequence? Apply(Placed placed, CancellationToken stop)
    {
        _state = _state.Apply(placed);
        return null;
    }

    public T ToState() => _state;
}
