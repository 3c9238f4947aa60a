using System.Collections;

namespace Furrow.Core.Keeping;

/// <summary>A list that gives some items together for less than it would give each of them.</summary>
public interface IPortionedList<out T> : IReadOnlyList<T>
{
    IReadOnlyList<T> Portion(int from, int count);
}

/// <summary>A list whose items are made of another's when they are asked for, and anew at each asking: a country's rows are never held all at once.</summary>
public sealed class MadeList<TFrom, T>(IReadOnlyList<TFrom> from, Func<TFrom, int, T> make) : IReadOnlyList<T>
{
    public int Count => from.Count;

    public T this[int index] => make(from[index], index);

    public IEnumerator<T> GetEnumerator()
    {
        var index = 0;
        foreach (var item in from)
        {
            yield return make(item, index++);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Lists one behind the other, without copying them. They do not change: what is joined again and again, an act at a time, is found by its place
/// alone, however often it was joined.</summary>
public sealed class JoinedList<T> : IReadOnlyList<T>
{
    private readonly IReadOnlyList<T>[] _lists;

    /// <summary>Where each of them begins, and behind the last the length of all.</summary>
    private readonly int[] _starts;

    public JoinedList(params IReadOnlyList<T>[] lists)
    {
        _lists = [.. lists.SelectMany(l => l is JoinedList<T> joined ? joined._lists : [l]).Where(l => l.Count > 0)];
        _starts = new int[_lists.Length + 1];
        for (var i = 0; i < _lists.Length; i++)
        {
            _starts[i + 1] = _starts[i] + _lists[i].Count;
        }
    }

    public int Count => _starts[^1];

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var at = Array.BinarySearch(_starts, index);
            at = at < 0 ? ~at - 1 : at;
            return _lists[at][index - _starts[at]];
        }
    }

    public IEnumerator<T> GetEnumerator() => _lists.SelectMany(l => l).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
