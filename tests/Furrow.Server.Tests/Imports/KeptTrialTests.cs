using System.Text;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Programmes;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Imports;

/// <summary>The land of a file is arranged once on its way: what the dry run arranged is what the commit takes, in whoever's name it comes.</summary>
public sealed class KeptTrialTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ImportOptions Unsigned = new()
    {
        As = ImportAs.Find("suspected")!,
        On = new ReportDate(new DateOnly(2015, 12, 31)),
        Organisation = "Survey office",
        Baseline = true,
        By = default,
        At = At,
    };

    private readonly TempFolder _folder = new();
    private readonly Programme _programme;

    public KeptTrialTests()
    {
        var file = _folder["p.furrow"];
        _programme = Programme.Open(file, Genesis.OfFile(file, "ann", TimeProvider.System)).Get();

        // Land of its own: the empty ledger is one for all tests, and remembers what any of them tried last.
        var first = Prepare(Square(500, 0));
        first.Sign(Actor.Named("ann"), "old archive", At);
        first.Apply(_programme).Get();
    }

    public void Dispose()
    {
        _programme.Dispose();
        _folder.Dispose();
    }

    private ImportPlan Prepare(params string[] features) =>
        ImportPlan.Prepare(SourceFile.Of("a.geojson", Encoding.UTF8.GetBytes(Collection(features))), Unsigned, _programme.State, keepsTrial: true);

    [Fact]
    public void A_file_looked_through_in_no_ones_name_is_arranged_once()
    {
        var plan = Prepare(Square(0, 0), Bowtie(100, 0), Square(50, 0));
        var tried = plan.Tried!.Land;

        plan.Sign(Actor.Named("bea"), "seen and right", At.AddHours(1));
        plan.Apply(_programme).Get();
        Assert.Same(tried, _programme.State.Land);
    }

    [Fact]
    public void Reports_that_waited_are_accepted_with_the_land_of_their_trial()
    {
        var plan = Prepare(Square(0, 0), Square(5, 0));
        var tried = plan.Tried!.Land;

        plan.Sign(Actor.Named("bea"), null, At.AddHours(1));
        var batch = plan.Apply(_programme).Get().Batch!.Value;
        Assert.NotSame(tried, _programme.State.Land);
        _programme.Decide(new Acting("carl", At.AddHours(2), Door.Page, "right"), (state, act) => BatchRules.CheckAndAccept(state.Book, act, batch))
            .Get();
        Assert.Same(tried, _programme.State.Land);
    }

    [Fact]
    public void What_others_accepted_meanwhile_has_the_land_arranged_anew()
    {
        var (plan, other) = (Prepare(Square(0, 0)), Prepare(Square(0, 0, 20)));
        var tried = plan.Tried!.Land;

        foreach (var each in new[] { other, plan })
        {
            each.Sign(Actor.Named("bea"), "right", At.AddHours(1));
            each.Apply(_programme).Get();
        }

        Assert.Equal(3, _programme.State.Land.KnownAt);
        Assert.NotSame(tried, _programme.State.Land);
    }

    [Fact]
    public void Another_report_in_the_same_place_does_not_get_the_land_of_the_trial()
    {
        var (plan, other) = (Prepare(Square(0, 0)), Prepare(Square(0, 0)));
        var tried = plan.Tried!.Land;
        other.Sign(Actor.Named("bea"), "right", At.AddHours(1));
        other.Apply(_programme).Get();
        Assert.NotSame(tried, _programme.State.Land);
        Assert.NotEqual(tried.Claim(1).Report, _programme.State.Land.Claim(1).Report);
    }
}
