using CsCheck;
using Furrow.Core.Keeping;
using Furrow.Core.Programmes;
using Xunit;

namespace Furrow.Core.Tests.Programmes;

public class PagedTableTests
{
    [Fact]
    public void Holds_what_a_list_holds_and_never_changes_an_older_view() =>
        Gen.Select(Gen.Int[0, 1200], Gen.Int[0, 100_000]).Array[1, 12].Obeys(commits =>
        {
            var (list, model) = (PagedTable<int>.Empty, new List<int>());
            var views = new List<(PagedTable<int> View, int[] Then)>();
            foreach (var (adds, write) in commits)
            {
                var builder = list.ToBuilder();
                for (var i = 0; i < adds; i++)
                {
                    builder.Add(i);
                    model.Add(i);
                }

                if (model.Count > 0)
                {
                    var at = write % model.Count;
                    builder[at] = write;
                    model[at] = write;
                }

                list = builder.ToPagedTable();
                views.Add((list, [.. model]));
            }

            Assert.All(views, v => Assert.Equal(v.Then, v.View));
        }, seed: "0000KOIEYmZ5", samples: 100);

    [Fact]
    public void A_builder_may_go_on_after_it_gave_a_view()
    {
        var builder = PagedTable<int>.Empty.ToBuilder();
        builder.Add(1);
        var first = builder.ToPagedTable();
        builder[0] = 2;
        builder.Add(3);
        Assert.Equal([1], first);
        Assert.Equal([2, 3], builder.ToPagedTable());
    }

    [Fact]
    public void Nothing_stands_beyond_the_end()
    {
        var builder = PagedTable<int>.Empty.ToBuilder();
        builder.Add(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.ToPagedTable()[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder[1]);
    }
}
