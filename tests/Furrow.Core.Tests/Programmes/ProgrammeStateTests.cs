using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Figures;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core.Tests.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Programmes;

public class ProgrammeStateTests
{
    private static readonly ProgrammeOpened Genesis = new(Id(1), "Tern Island", true, "default", 1, 1, "UTC");

    private static ProgrammeState Fold(params IFact[] facts) => ProgrammeState.Empty.ApplyAll(Placed(facts));

    [Fact]
    public void The_first_entry_says_what_programme_it_is_for_ever()
    {
        var state = Fold(Genesis, Genesis with { Name = "Another", Exercise = false });
        Assert.Equal(("Tern Island", true, 2L), (state.Opened!.Name, state.IsExercise, state.Position));
    }

    [Fact]
    public void A_fact_of_a_later_release_holds_back_its_scope_from_there_on()
    {
        var state = Fold(Genesis,
            new ReportSubmitted(Hazard(1), null),
            new UnknownFact("land-swapped", 1, Scopes.Land, []),
            new ReportSubmitted(Hazard(2), null),
            new ReportsAccepted(1, null, [Id(1)]));
        Assert.Equal(3, state.FrozenBefore(Scopes.Land));
        Assert.Equal("fact-unread", state.Refuses(Scopes.Land)!.Code);
        Assert.Equal(1, state.HeldBack);
        Assert.Equal(ReportStatus.Submitted, state.FindReport(Id(1))!.Status);
        Assert.NotNull(state.FindReport(Id(2)));
    }

    [Fact]
    public void A_fact_of_a_later_release_that_changes_nothing_here_holds_nothing_back()
    {
        var state = Fold(Genesis, new UnknownFact("tea-served", 3, Scopes.None, []));
        Assert.Single(state.Unread);
        Assert.Null(state.FrozenBefore(Scopes.Land | Scopes.Rights | Scopes.Tasks));
        Assert.Null(state.Refuses(Scopes.Land));
    }

    [Fact]
    public void A_scope_that_is_not_touched_goes_on()
    {
        var state = Fold(Genesis, new UnknownFact("team-suspended", 1, Scopes.Rights, []));
        Assert.Null(state.Refuses(Scopes.Land));
        Assert.NotNull(state.Refuses(Scopes.Rights));
    }

    /// <summary>Each fact that could be committed, with what becomes of it while land is known only to an entry nobody can read.</summary>
    [Fact]
    public void While_land_is_not_known_to_its_end_what_comes_in_is_kept_and_nothing_that_rests_on_land_is_decided()
    {
        var state = Fold(Genesis, new ReportSubmitted(Hazard(1), null), new UnknownFact("land-swapped", 1, Scopes.Land, []));
        IFact[] facts =
        [
            new ReportSubmitted(Hazard(2), null), new BatchReceived(Id(9), "a", "", "{}", 1, 1, 0, 0, []),
            new PartErased(2, Tier.Personal), new ReportChecked(Id(1)), new BatchChecked(Id(9)),
            new ReportReturned(Id(1)), new ReportRejected(Id(1)), new ReportsAccepted(1, null, [Id(1)]),
            new BatchUndone(1, Id(9)), new FindingsDecided("overlap", null, "keep"),
            new FigurePublished(Id(5), "{}", new DateOnly(2026, 1, 1), 0, 1, 1, "a.json", "00", "{}"),
            new VersionsTookEffect(1, 1, 1),
        ];
        string[] kept = ["report-submitted", "batch-received", "part-erased"];
        Assert.Equal(facts.Select(f => (FactNames.Of(f).Name, kept.Contains(FactNames.Of(f).Name) ? null : "fact-unread")),
            facts.Select(f => (FactNames.Of(f).Name, state.RefusesCommit([f])?.Code)));
        Assert.Equal("fact-unread", state.RefusesCommit(facts)!.Code);
        Assert.All(facts, f => Assert.Null(Fold(Genesis).RefusesCommit([f])));
    }

    [Fact]
    public void Days_are_counted_by_the_zone_of_the_genesis_until_another_takes_effect()
    {
        var moved = new TimeZoneTookEffect("Asia/Baku");
        Assert.Equal("Europe/Sarajevo", Fold(Genesis with { TimeZone = "Europe/Sarajevo" }).TimeZone);
        Assert.Equal("Asia/Baku", Fold(Genesis with { TimeZone = "Europe/Sarajevo" }, moved, Genesis with { TimeZone = "UTC" }).TimeZone);
    }

    [Theory]
    [InlineData("Asia/Baku", "why", null)]
    [InlineData("Baku", "why", "time-zone-unknown")]
    [InlineData("UTC", "why", "time-zone-in-effect")]
    [InlineData("Asia/Baku", " ", "reason-missing")]
    public void A_time_zone_takes_effect_when_it_is_known_another_and_for_a_reason(string zone, string reason, string? problem) => Assert.Equal(problem,
        TimeZoneRules.TakeEffect(Fold(Genesis with { TimeZone = "UTC" }), By("Ann", reason), zone, id => id is "UTC" or "Asia/Baku").Problem?.Code);

    [Theory]
    [InlineData("DoubtWaitsAbovePercent=30", "why", null, "30")]
    [InlineData("doubtwaitsabovepercent=0.5", "why", null, "0.5")]
    [InlineData("DoubtWaitsAbovePercent=101", "why", "profile-setting-wrong", "50")]
    [InlineData("DoubtWaitsAbovePercent=-1", "why", "profile-setting-wrong", "50")]
    [InlineData("DoubtWaitsAbovePercent=NaN", "why", "profile-setting-wrong", "50")]
    [InlineData("DoubtWaitsAbovePercent=1,5", "why", "profile-setting-wrong", "50")]
    [InlineData("DoubtWaitsAbovePercent=", "why", "profile-setting-wrong", "50")]
    [InlineData("DoubtWaitsAbovePercent=50", "why", "profile-in-effect", "50")]
    [InlineData("Doubt=50", "why", "profile-setting-unknown", "50")]
    [InlineData("DoubtWaitsAbovePercent=30", " ", "reason-missing", "50")]
    [InlineData("ClearanceDepthCm=20.5", "why", "profile-setting-wrong", "50")]
    [InlineData("EarliestDate=1/2/1990", "why", "profile-setting-wrong", "50")]
    [InlineData("Off=no-such-check", "why", "profile-setting-wrong", "50")]
    [InlineData("Severities=future-date=fatal", "why", "profile-setting-wrong", "50")]
    public void A_setting_takes_effect_when_it_is_known_readable_another_and_for_a_reason(string change, string reason, string? problem, string doubt)
    {
        var parts = change.Split('=', 2);
        var outcome = ProfileRules.TakeEffect(Fold(Genesis), By("Ann", reason), [(parts[0], parts[1])]);
        Assert.Equal(problem, outcome.Problem?.Code);
        var state = outcome.IsRefused ? Fold(Genesis) : Fold(Genesis, outcome.Single());
        Assert.Equal(doubt, ProfileSettings.Find("DoubtWaitsAbovePercent")!.Text(state.Profile));
        Assert.Equal(problem is null ? 2 : 1, state.Profile.Version);
    }

    /// <summary>Every setting goes through the record and back; the default takes it away again.</summary>
    [Fact]
    public void Every_setting_is_recorded_and_can_be_given_back()
    {
        var values = new Dictionary<string, string>
        {
            ["Profile"] = "national", ["ClearanceDepthCm"] = "20", ["EarliestDate"] = "1950-01-01", ["Off"] = "assumed-date,future-date",
            ["Severities"] = "assumed-date=error,future-date=notice",
        };
        Assert.Equal(typeof(CheckSettings).GetProperties().Where(p => p.CanWrite && p.Name != "Version").Select(p => p.Name),
            ProfileSettings.All.Select(s => s.Name));
        var state = Fold(Genesis);
        foreach (var setting in ProfileSettings.All)
        {
            var text = values.GetValueOrDefault(setting.Name, "7.5");
            var changed = state.ApplyAll(Placed(ProfileRules.TakeEffect(state, By("Ann", "why"), [(setting.Name, text)]), after: 1));
            Assert.Equal(text, setting.Text(changed.Profile));
            Assert.Equal(setting.Name, ProfileSettings.Changed(changed.Profile).Single().Key);
            var back = changed.ApplyAll(Placed(ProfileRules.TakeEffect(changed, By("Ann", "why"), [(setting.Name, "default")]), after: 2));
            Assert.Empty(ProfileSettings.Changed(back.Profile));
            Assert.Equal(3, back.Profile.Version);
        }
    }

    /// <summary>Those about who may work stand in the same record, beside those of the checks, and neither loses the other.</summary>
    [Fact]
    public void Every_setting_about_who_may_work_is_recorded_beside_those_of_the_checks()
    {
        var values = new Dictionary<string, string>
        {
            ["AccreditationNeeded"] = "team,person", ["InsuranceNeeded"] = "no", ["Competencies"] = "manual-clearance=medic,eod=eod-3+",
            ["Manning"] = "medic=2,eod:eod-3+=1,dog-clearance:dog-handler=3",
        };
        Assert.Equal(typeof(CooperationSettings).GetProperties().Where(p => p.CanWrite).Select(p => p.Name), CooperationProfile.All.Select(s => s.Name));
        var state = Fold(Genesis);
        state = state.ApplyAll(Placed(ProfileRules.TakeEffect(state, By("Ann", "why"), [("ClearanceDepthCm", "20")]), after: 1));
        foreach (var setting in CooperationProfile.All)
        {
            var text = values.GetValueOrDefault(setting.Name, "7");
            var changed = state.ApplyAll(Placed(ProfileRules.TakeEffect(state, By("Ann", "why"), [(setting.Name, text)]), after: 2));
            var cooperation = changed.Of<ProgrammeRecord>().Cooperation;
            Assert.Equal(text, setting.Text(cooperation));
            Assert.Equal(setting.Name, CooperationProfile.Changed(cooperation).Single().Key);
            Assert.Equal(20, changed.Profile.ClearanceDepthCm);
            var back = changed.ApplyAll(Placed(ProfileRules.TakeEffect(changed, By("Ann", "why"), [(setting.Name, "default")]), after: 3));
            Assert.Empty(CooperationProfile.Changed(back.Of<ProgrammeRecord>().Cooperation));
            Assert.Equal((20, 4), (back.Profile.ClearanceDepthCm, back.Profile.Version));
        }

        foreach (var (name, text) in new[]
        {
            ("FullValidDays", "0"), ("AccreditationNeeded", "team,ship"), ("InsuranceNeeded", "maybe"), ("Competencies", "eod"), ("Competencies", "eod=cook"),
            ("Competencies", "eod=eod-1,eod=eod-2"), ("Manning", "medic"), ("Manning", "medic=0"), ("Manning", "cook=1"), ("Manning", "swimming:medic=1"),
            ("Manning", "eod:eod:medic=1"), ("Manning", "manual-clearance=1"), ("TurnoverSharePercent", "101"),
        })
        {
            Assert.Equal((name, text, "profile-setting-wrong"), (name, text, ProfileRules.TakeEffect(state, By("Ann", "why"), [(name, text)]).Answer()));
        }
    }

    private static readonly VersionsTookEffect Tomorrow = new(2, 1, 1);

    [Fact]
    public void Versions_of_a_later_release_hold_back_the_land_from_there_on()
    {
        var state = Fold(Genesis, new ReportSubmitted(Hazard(1), null), Tomorrow, new ReportsAccepted(1, null, [Id(1)]));
        Assert.Equal((3L, 1, 0), (state.FrozenBefore(Scopes.Land), state.HeldBack, state.Land.KnownAt));
        Assert.Equal("fact-unread", state.Refuses(Scopes.Land)!.Code);
        Assert.Equal(ProgrammeVersions.Newest, state.Versions);
        Assert.Null(state.Refuses(Scopes.Rights));
    }

    [Fact]
    public void A_programme_begun_by_a_later_release_is_opened_and_answers_nothing_about_land()
    {
        var state = Fold(Genesis with { MovesVersion = 9 }, new ReportSubmitted(Hazard(1), null),
            new ReportsAccepted(1, null, [Id(1)]));
        Assert.Equal(("Tern Island", 1L, 0), (state.Opened!.Name, state.FrozenBefore(Scopes.Land), state.Land.KnownAt));
    }

    [Theory]
    [InlineData(2, 1, 1, "versions-unknown")]
    [InlineData(1, 2, 1, "versions-unknown")]
    [InlineData(1, 1, 2, "versions-unknown")]
    [InlineData(1, 1, 1, "versions-in-effect")]
    public void Only_other_versions_this_release_knows_can_take_effect(int engine, int moves, int profile, string problem) =>
        Assert.Equal(problem, VersionRules.TakeEffect(Fold(Genesis), By("Ann", "why"), new ProgrammeVersions(engine, moves, profile)).Problem?.Code);

    [Fact]
    public void Known_versions_take_effect_by_an_entry_and_only_from_there_on()
    {
        var before = Fold(Genesis);
        var after = before.ApplyAll(Placed([Tomorrow with { EngineVersion = 1 }], after: 1));
        Assert.Equal((ProgrammeVersions.Newest, ProgrammeVersions.Newest), (before.Versions, after.Versions));
        Assert.Empty(after.Unread);
        Assert.Contains(ProgrammeVersions.Newest, ProgrammeVersions.Known);
    }

    [Fact]
    public void Decisions_and_published_figures_are_kept_in_order()
    {
        var figure = new FigurePublished(Id(5), "{}", new DateOnly(2026, 1, 1), 0, 1, 1, "balance.json", "00", "{}");
        var state = Fold(Genesis,
            new FindingsDecided("overlap", null, "accepted"),
            new FindingsDecided("overlap", null, "send back"),
            figure, figure with { FileText = "forged" }, figure with { Figure = Id(6) });
        Assert.Equal("send back", state.Decisions[^1].Decision);
        Assert.Equal([Id(5), Id(6)], state.Figures.Select(f => f.Figure));
        Assert.Equal((4, 6), (state.FindFigure(Id(5))!.Position, state.FindFigure(Id(6))!.Position));
        Assert.Null(state.FindFigure(Id(7)));
    }

    [Fact]
    public void An_older_view_stays_as_it_was()
    {
        var before = Fold(Genesis, new ReportSubmitted(Hazard(1), null));
        var after = before.ApplyAll(Placed([new ReportChecked(Id(1))], after: 2));
        Assert.Equal(ReportStatus.Submitted, before.FindReport(Id(1))!.Status);
        Assert.Equal(ReportStatus.Checked, after.FindReport(Id(1))!.Status);
    }

    [Fact]
    public void A_figure_cannot_be_known_at_an_acceptance_that_has_not_happened()
    {
        var figure = new FigurePublished(Id(5), "{}", new DateOnly(2026, 1, 1), 3, 1, 1, "balance.json", "00", "{}");
        Assert.Equal("figure-known-at-ahead", FigureRules.Publish(ReportBook.Empty, figure).Problem!.Code);
    }
}
