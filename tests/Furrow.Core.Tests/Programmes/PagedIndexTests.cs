using CsCheck;
using Furrow.Core.Keeping;
using Furrow.Core.Programmes;
using Xunit;

namespace Furrow.Core.Tests.Programmes;

public class PagedIndexTests
{
    [Fact]
    public void Holds_what_a_dictionary_holds_and_never_changes_an_older_view() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 1000]).Array[1, 300].Array[1, 6].Obeys(commits =>
        {
            var (index, model) = (PagedIndex.Empty, new Dictionary<string, int>());
            var views = new List<(PagedIndex View, Dictionary<string, int> Then)>();
            foreach (var commit in commits)
            {
                var builder = index.ToBuilder();
                foreach (var (key, value) in commit)
                {
                    builder.Set(IndexKey.Of($"key {key}"), value);
                    model[$"key {key}"] = value;
                    Assert.True(builder.TryGetValue(IndexKey.Of($"key {key}"), out var known) && known == value);
                }

                index = builder.ToIndex();
                views.Add((index, new(model)));
            }

            foreach (var (view, then) in views)
            {
                Assert.Equal(then.Count, view.Count);
                Assert.All(then, pair => Assert.True(view.TryGetValue(IndexKey.Of(pair.Key), out var value) && value == pair.Value));
                Assert.False(view.TryGetValue(IndexKey.Of("another"), out _));
            }
        }, seed: "0000KOIEYmZ6", samples: 60);

    [Fact]
    public void Keys_come_out_in_the_order_they_came_however_it_grew()
    {
        var keys = Enumerable.Range(0, 1000).Select(i => IndexKey.Of(new Guid(i, 0, 0, new byte[8]))).ToList();
        var atOnce = PagedIndex.Empty.ToBuilder();
        atOnce.Reserve(5000);
        var byAndBy = PagedIndex.Empty;
        foreach (var key in keys)
        {
            atOnce.Set(key, 7);
            var builder = byAndBy.ToBuilder();
            builder.Set(key, 7);
            byAndBy = builder.ToIndex();
        }

        Assert.Equal(keys, byAndBy.Pairs.Select(p => p.Key));
        Assert.Equal(byAndBy.Pairs, atOnce.ToIndex().Pairs);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("KP-1")]
    [InlineData("kp-1")]
    [InlineData("KP-1 ")]
    [InlineData("KP-1\0")]
    [InlineData("AZ-AGD-SHA-000123/04")]
    [InlineData("AZ-AGD-SHA-000123/04X")]
    [InlineData("КП-1")]
    public void No_two_texts_share_a_key(string text)
    {
        var key = IndexKey.Of(text);
        Assert.Equal(key, IndexKey.Of(new string(text.AsSpan())));
        Assert.All(["", " ", "  ", "KP-1", "kp-1", "KP-1 ", " KP-1", "KP-1\0", "1-PK", "AZ-AGD-SHA-000123/04", "AZ-AGD-SHA-000123/05", "КП-1", "КП-2"],
            other => Assert.Equal(text == other, key == IndexKey.Of(other)));
    }

    [Fact]
    public void A_builder_that_changed_nothing_gives_the_same_view()
    {
        var builder = PagedIndex.Empty.ToBuilder();
        builder.Set(IndexKey.Of("a"), 1);
        var view = builder.ToIndex();
        Assert.Same(view, builder.ToIndex());
        Assert.Same(view, view.ToBuilder().ToIndex());
    }
}
