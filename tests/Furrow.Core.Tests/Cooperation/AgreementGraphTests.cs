using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Cooperation;

/// <summary>What an instrument is linked with, in layers: what rests on something lies above it.</summary>
public class AgreementGraphTests
{
    /// <summary>Instruments by number, "2&gt;1" for one that rests on another, and each as number:layer:place.</summary>
    [Theory]
    [InlineData("", 1, "1:0:0")]
    [InlineData("2>1", 1, "2:1:0 1:0:0")]
    [InlineData("2>1", 2, "2:1:0 1:0:0")]
    [InlineData("2>1 3>1", 3, "2:1:0 3:1:1 1:0:0")]
    [InlineData("2>1 3>2 3>1", 1, "3:2:0 2:1:0 1:0:0")]
    [InlineData("2>1 4>3", 1, "2:1:0 1:0:0")]
    [InlineData("3>1 3>2", 1, "3:1:0 1:0:0 2:0:1")]
    public void What_rests_on_something_lies_above_it(string links, int of, string drawn)
    {
        var graph = AgreementGraph.Of(Register(links), Id(of));
        Assert.Equal(drawn, string.Join(' ', graph.Agreements.Select(a => $"{a.Agreement.Name}:{a.Layer}:{a.Place}")));
        Assert.All(graph.Links, l => Assert.True(l.Upper.Layer > l.Lower.Layer));
    }

    [Fact]
    public void A_picture_ends_somewhere() => Assert.Equal(AgreementGraph.Most,
        AgreementGraph.Of(Register(string.Join(' ', Enumerable.Range(1, 199).Select(n => $"{n + 1}>{n}"))), Id(100)).Agreements.Count);

    private static AgreementRegister Register(string links)
    {
        var pairs = links.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('>').Select(NumberOf).ToArray()).ToList();
        return ProgrammeState.Empty.ApplyAll(Placed(
        [
            new ProgrammeOpened(Id(9000), "Tern Island", true, "default", 1, 1, "UTC"),
            .. pairs.SelectMany(p => p).Append(1).Distinct().Order().Select(n => (IFact)new AgreementRecorded(Id(n), $"{n}", AgreementKind.Memorandum,
                AgreementLevel.Ministers, new DateOnly(2020, 1, 1).AddDays(n), null, null, [], ["XA"])),
            .. pairs.Select(p => new AgreementLinked(Id(p[0]), Id(p[1]), AgreementLink.RestsOn)),
        ])).Of<AgreementRegister>();
    }

    private static int NumberOf(string text) => PlainNumber.Whole(text)!.Value;
}
