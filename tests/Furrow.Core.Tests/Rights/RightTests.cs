using System.Globalization;
using System.Reflection;
using Furrow.Core;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core.Rights;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Rights;

public class RightTests
{
    private static readonly GridBox AroundOne = Square(1).Bounds;

    private static readonly ProgrammeState State = ProgrammeState.Empty.ApplyAll(Placed(
    [
        new ProgrammeOpened(Id(1), "Tern Island", true, "default", 1, 1, "UTC"), Batch(9, 1),
        new ReportSubmitted(Hazard(1), null), new ReportSubmitted(Hazard(2) with { Organisation = "Other office" }, null), new ReportSubmitted(Hazard(3), Id(9)),
    ]));

    [Fact]
    public void Every_fact_names_the_right_it_needs() => Assert.Equal([], FactNames.All
        .Where(k => k.Type.GetCustomAttribute<FactNameAttribute>()!.Needs == Right.Unnamed)
        .Select(k => k.Name));

    /// <summary>Who holds what, which fact, and whether it may be committed.</summary>
    [Theory]
    [InlineData("nothing", "submit 1", "")]
    [InlineData("nothing", "check 1", "right-missing")]
    [InlineData("check", "check 1", "")]
    [InlineData("check", "accept 1", "right-missing")]
    [InlineData("accept", "accept 1", "")]
    [InlineData("accept survey office", "accept 1", "")]
    [InlineData("accept SURVEY  OFFICE", "accept 1", "")]
    [InlineData("accept survey office", "accept 2", "right-missing")]
    [InlineData("accept survey office", "accept 1 2", "right-missing")]
    [InlineData("accept around one", "accept 1", "")]
    [InlineData("accept around one", "accept 3", "right-missing")]
    [InlineData("accept around one", "accept batch", "right-missing")]
    [InlineData("accept survey office", "zone", "right-missing")]
    [InlineData("at the machine", "zone", "")]
    [InlineData("at the machine", "accept batch", "")]
    public void What_may_be_done_with_which_rights(string held, string done, string problem) =>
        Assert.Equal(problem, RightRules.Refuses(State, [Fact(done)], Held(held), null)?.Code ?? "");

    /// <summary>What was named since somebody looked, and on what they decide.</summary>
    [Theory]
    [InlineData("check 1", "accept 1", true)]
    [InlineData("check 1", "accept 2", false)]
    [InlineData("check 3", "accept batch", true)]
    [InlineData("accept batch", "check 3", true)]
    [InlineData("check 3", "accept 1", false)]
    [InlineData("correct 1", "accept 1", true)]
    [InlineData("submit 4", "accept 1", false)]
    [InlineData("zone", "accept 1", false)]
    [InlineData("zone", "zone", true)]
    [InlineData("profile", "profile", true)]
    [InlineData("profile", "zone", false)]
    [InlineData("group", "group", true)]
    [InlineData("group", "group of the batch", false)]
    public void A_decision_on_what_has_changed_since_it_was_seen_is_refused(string meanwhile, string decided, bool isRefused)
    {
        var named = RightRules.NamedBy(State, Fact(meanwhile)).ToHashSet();
        Assert.Equal(isRefused ? "changed-since-seen" : null, RightRules.Refuses(State, [Fact(decided)], Grant.AtTheMachine, named.Contains)?.Code);
    }

    /// <summary>Nobody knows who holds which rights any more: what happened is still recorded, and nothing is decided.</summary>
    [Fact]
    public void An_unread_fact_of_rights_refuses_every_decision()
    {
        var unread = State.ApplyAll(Placed([new UnknownFact("function-revoked", 1, Scopes.Rights, [])], after: State.Position));
        string[] facts = ["submit 4", "check 1", "accept 1", "zone", "group"];
        Assert.Equal([null, "fact-unread", "fact-unread", "fact-unread", "fact-unread"], facts.Select(f => unread.RefusesCommit([Fact(f)])?.Code));
    }

    private static IFact Fact(string done) => done.Split(' ', 2) switch
    {
        ["submit", var n] => new ReportSubmitted(Hazard(int.Parse(n, CultureInfo.InvariantCulture)), null),
        ["correct", var n] => new ReportSubmitted(Hazard(8, corrects: Id(int.Parse(n, CultureInfo.InvariantCulture))), null),
        ["check", var n] => new ReportChecked(Id(int.Parse(n, CultureInfo.InvariantCulture))),
        ["accept", "batch"] => new ReportsAccepted(1, Id(9), []),
        ["accept", var numbers] => new ReportsAccepted(1, null, [.. numbers.Split(' ').Select(n => Id(int.Parse(n, CultureInfo.InvariantCulture)))]),
        ["profile"] => new ProfileTookEffect(2, new Dictionary<string, string>()),
        ["zone"] => new TimeZoneTookEffect("UTC"),
        ["group"] => new FindingsDecided("overlap", null, "keep"),
        _ => new FindingsDecided("overlap", Id(9), "keep"),
    };

    private static IReadOnlyList<Grant> Held(string held) => held switch
    {
        "nothing" => [],
        "at the machine" => Grant.AtTheMachine,
        "check" => [new([Right.Check])],
        "accept" => [new([Right.Accept])],
        "accept around one" => [new([Right.Accept], Area: AroundOne.Holds)],
        _ => [new([Right.Accept], Organisations: new HashSet<string> { Codes.Key(held["accept ".Length..]) })],
    };
}
