using System.Collections;
using Furrow.Core.Keeping;

namespace Furrow.Core.Tests.Keeping;

public sealed class PagedListTests
{
    [Fact]
    public void Lists_grown_from_the_same_one_hold_their_own()
    {
        var from = PagedList<int>.Empty.With([1, 2]);
        var (one, other) = (from.With([3, 4, 5]), from.With([6]));
        Assert.Equal([1, 2, 3, 4, 5], one.Range(0, one.Count));
        Assert.Equal([1, 2, 6], other.Range(0, other.Count));
        Assert.Equal([1, 2, 3, 4, 5, 7], one.With([7]).Range(0, 6));
    }

    /// <summary>An import is tried on a state while another act is committed on it: codes of the one stood among the areas of the other. Here the second list
    /// grows exactly between two items of the first.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Also_where_one_grows_while_the_other_does(int before)
    {
        var from = PagedList<int>.Empty.With([1, 2]);
        PagedList<int>? other = null;
        var one = from.With(new Interrupted([3, 4, 5], before, () => other = from.With([6, 7, 8, 9])));
        Assert.Equal([1, 2, 3, 4, 5], one.Range(0, one.Count));
        Assert.Equal([1, 2, 6, 7, 8, 9], other!.Range(0, other.Count));
    }

    /// <summary>Does something before one of its items is given.</summary>
    private sealed class Interrupted(int[] items, int before, Action what) : IReadOnlyList<int>
    {
        public int Count => items.Length;

        public int this[int index]
        {
            get
            {
                if (index == before)
                {
                    what();
                }

                return items[index];
            }
        }

        public IEnumerator<int> GetEnumerator() => items.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
