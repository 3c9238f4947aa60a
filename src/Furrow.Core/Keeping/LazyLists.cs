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

/// <summary>Lists one behind the other, without copying them.</summary>
public sealed class JoinedList<T>(params IReadOnlyList<T>[] lists) : IReadOnlyList<T>
{
    public int Count => lists.Sum(l => l.Count);

    public T this[int index]
    {
        get
        {
            foreach (var list in lists)
            {
                if (index < list.Count)
                {
                    return list[index];
                }

                index -= list.Count;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public IEnumerator<T> GetEnumerator() => lists.SelectMany(l => l).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
