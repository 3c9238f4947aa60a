using System.Collections;
using Furrow.Core.Keeping;

namespace Furrow.Core.Tests.Keeping;

public sealed class JoinedListTests
{
    [Fact]
    public void It_is_the_lists_one_behind_the_other()
    {
        var joined = new JoinedList<int>([1, 2], [], new JoinedList<int>([3], new JoinedList<int>([], [4, 5])));
        Assert.Equal([1, 2, 3, 4, 5], joined);
        Assert.Equal([1, 2, 3, 4, 5], Enumerable.Range(0, joined.Count).Select(i => joined[i]));
        Assert.Throws<ArgumentOutOfRangeException>(() => joined[5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => joined[-1]);
    }

    /// <summary>An exercise, or a table of rows, is joined act by act: going through it cost the cube of the acts, 20 seconds for 700.</summary>
    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    public void What_is_joined_one_by_one_is_gone_through_in_as_many_steps_as_it_has_items(int lists)
    {
        var steps = new Steps();
        IReadOnlyList<int> joined = [];
        for (var i = 0; i < lists; i++)
        {
            joined = new JoinedList<int>(joined, new Counted(i, steps));
        }

        steps.Taken = 0;
        Assert.Equal(Enumerable.Range(0, lists), Enumerable.Range(0, joined.Count).Select(i => joined[i]));
        Assert.Equal(Enumerable.Range(0, lists), joined);
        Assert.Equal(2 * lists, steps.Taken);
    }

    private sealed class Steps
    {
        public int Taken { get; set; }
    }

    /// <summary>One item, and how often it was asked for it or its length.</summary>
    private sealed class Counted(int item, Steps steps) : IReadOnlyList<int>
    {
        public int Count
        {
            get
            {
                steps.Taken++;
                return 1;
            }
        }

        public int this[int index]
        {
            get
            {
                steps.Taken++;
                return item;
            }
        }

        public IEnumerator<int> GetEnumerator()
        {
            steps.Taken++;
            yield return item;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
