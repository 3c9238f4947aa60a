using Furrow.Core.Checks;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core.Tests.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests.Programmes;

public class ProgrammeStateTests
{
    private static readonly ProgrammeOpened Genesis = new(Id(1), "Tern Island", true, "default", 1, 1, "Ann", Noon);

    private static ProgrammeState Fold(params IFact[] facts) => ProgrammeState.Empty.ApplyAll(facts.Select((f, i) => new Recorded(i + 1, f)));

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
            new ReportSubmitted(Hazard(1), null, "Ann", Noon),
            new UnknownFact("land-swapped", 1, Scopes.Land, []),
            new ReportSubmitted(Hazard(2), null, "Ann", Noon),
            new ReportsAccepted(1, null, [Id(1)], "Bea", Noon, ""));
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
        var state = Fold(Genesis, new ReportSubmitted(Hazard(1), null, "Ann", Noon), new UnknownFact("land-swapped", 1, Scopes.Land, []));
        IFact[] facts =
        [
            new ReportSubmitted(Hazard(2), null, "Ann", Noon), new BatchReceived(Id(9), "a", "", "{}", 1, 1, 0, 0, [], "Ann", Noon),
            new PartErased(2, Tier.Personal, "asked", "Ann", Noon), new ReportChecked(Id(1), "Bea", Noon, null), new BatchChecked(Id(9), "Bea", Noon, null),
            new ReportReturned(Id(1), "Bea", Noon, "why"), new ReportRejected(Id(1), "Bea", Noon, "why"), new ReportsAccepted(1, null, [Id(1)], "Bea", Noon, ""),
            new BatchUndone(1, Id(9), "Bea", Noon, "why"), new FindingsDecided("overlap", null, "keep", "Bea", Noon, "why"),
            new FigurePublished(Id(5), "{}", new DateOnly(2026, 1, 1), 0, 1, 1, "a.json", "00", "{}", "Ann", Noon),
            new VersionsTookEffect(1, 1, 1, "Ann", Noon, "why"),
        ];
        string[] kept = ["report-submitted", "batch-received", "part-erased"];
        Assert.Equal(facts.Select(f => (FactNames.Of(f).Name, kept.Contains(FactNames.Of(f).Name) ? null : "fact-unread")),
            facts.Select(f => (FactNames.Of(f).Name, state.RefusesCommit([f])?.Code)));
        Assert.Equal("fact-unread", state.RefusesCommit(facts)!.Code);
        Assert.All(facts, f => Assert.Null(Fold(Genesis).RefusesCommit([f])));
    }

    [Fact]
    public void Days_are_counted_by_the_zone_of_the_genesis_until_another_takes_effect_and_by_none_in_an_old_ledger()
    {
        var moved = new TimeZoneTookEffect("Asia/Baku", "Ann", Noon, "moved");
        Assert.Equal("Europe/Sarajevo", Fold(Genesis with { TimeZone = "Europe/Sarajevo" }).TimeZone);
        Assert.Equal("Asia/Baku", Fold(Genesis with { TimeZone = "Europe/Sarajevo" }, moved, Genesis with { TimeZone = "UTC" }).TimeZone);
        var old = Fold(new ProgrammeOpenedWithoutTimeZone(Id(1), "Tern Island", true, "default", 1, 1, "Ann", Noon));
        Assert.Equal(("Tern Island", true, null), (old.Opened!.Name, old.IsExercise, old.TimeZone));
        Assert.Equal("Asia/Baku", old.Apply(new Recorded(2, moved)).TimeZone);
    }

    [Theory]
    [InlineData("Asia/Baku", "why", null)]
    [InlineData("Baku", "why", "time-zone-unknown")]
    [InlineData("UTC", "why", "time-zone-in-effect")]
    [InlineData("Asia/Baku", " ", "reason-missing")]
    public void A_time_zone_takes_effect_when_it_is_known_another_and_for_a_reason(string zone, string reason, string? problem) => Assert.Equal(problem,
        TimeZoneRules.TakeEffect(Fold(Genesis with { TimeZone = "UTC" }), zone, id => id is "UTC" or "Asia/Baku", "Ann", Noon, reason).Problem?.Code);

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
        var outcome = ProfileRules.TakeEffect(Fold(Genesis), [(parts[0], parts[1])], "Ann", Noon, reason);
        Assert.Equal(problem, outcome.Problem?.Code);
        var state = outcome.Value is [var fact] ? Fold(Genesis, fact) : Fold(Genesis);
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
            var changed = state.Apply(new Recorded(2, ProfileRules.TakeEffect(state, [(setting.Name, text)], "Ann", Noon, "why").Get().Single()));
            Assert.Equal(text, setting.Text(changed.Profile));
            Assert.Equal(setting.Name, ProfileSettings.Changed(changed.Profile).Single().Key);
            var back = changed.Apply(new Recorded(3, ProfileRules.TakeEffect(changed, [(setting.Name, "default")], "Ann", Noon, "why").Get().Single()));
            Assert.Empty(ProfileSettings.Changed(back.Profile));
            Assert.Equal(3, back.Profile.Version);
        }
    }

    private static readonly VersionsTookEffect Tomorrow = new(2, 1, 1, "Ann", Noon, "agreed");

    [Fact]
    public void Versions_of_a_later_release_hold_back_the_land_from_there_on()
    {
        var state = Fold(Genesis, new ReportSubmitted(Hazard(1), null, "Ann", Noon), Tomorrow, new ReportsAccepted(1, null, [Id(1)], "Bea", Noon, ""));
        Assert.Equal((3L, 1, 0), (state.FrozenBefore(Scopes.Land), state.HeldBack, state.Land.KnownAt));
        Assert.Equal("fact-unread", state.Refuses(Scopes.Land)!.Code);
        Assert.Equal(ProgrammeVersions.Newest, state.Versions);
        Assert.Null(state.Refuses(Scopes.Rights));
    }

    [Fact]
    public void A_programme_begun_by_a_later_release_is_opened_and_answers_nothing_about_land()
    {
        var state = Fold(Genesis with { MovesVersion = 9 }, new ReportSubmitted(Hazard(1), null, "Ann", Noon),
            new ReportsAccepted(1, null, [Id(1)], "Bea", Noon, ""));
        Assert.Equal(("Tern Island", 1L, 0), (state.Opened!.Name, state.FrozenBefore(Scopes.Land), state.Land.KnownAt));
    }

    [Theory]
    [InlineData(2, 1, 1, "versions-unknown")]
    [InlineData(1, 2, 1, "versions-unknown")]
    [InlineData(1, 1, 2, "versions-unknown")]
    [InlineData(1, 1, 1, "versions-in-effect")]
    public void Only_other_versions_this_release_knows_can_take_effect(int engine, int moves, int profile, string problem) =>
        Assert.Equal(problem, VersionRules.TakeEffect(Fold(Genesis), new ProgrammeVersions(engine, moves, profile), "Ann", Noon, "why").Problem?.Code);

    [Fact]
    public void Known_versions_take_effect_by_an_entry_and_only_from_there_on()
    {
        var before = Fold(Genesis);
        var after = before.Apply(new Recorded(2, Tomorrow with { EngineVersion = 1 }));
        Assert.Equal((ProgrammeVersions.Newest, ProgrammeVersions.Newest), (before.Versions, after.Versions));
        Assert.Empty(after.Unread);
        Assert.Contains(ProgrammeVersions.Newest, ProgrammeVersions.Known);
    }

    [Fact]
    public void Decisions_and_published_figures_are_kept_in_order()
    {
        var figure = new FigurePublished(Id(5), "{}", new DateOnly(2026, 1, 1), 0, 1, 1, "balance.json", "00", "{}", "Ann", Noon);
        var state = Fold(Genesis,
            new FindingsDecided("overlap", null, "accepted", "Ann", Noon, "known"),
            new FindingsDecided("overlap", null, "send back", "Ann", Noon, "not so"),
            figure, figure with { FileText = "forged" }, figure with { Figure = Id(6) });
        Assert.Equal("send back", state.DecisionOn("overlap")!.Decision);
        Assert.Equal([Id(5), Id(6)], state.Figures.Select(f => f.Figure));
        Assert.Equal("{}", state.FindFigure(Id(5))!.FileText);
    }

    [Fact]
    public void An_older_view_stays_as_it_was()
    {
        var before = Fold(Genesis, new ReportSubmitted(Hazard(1), null, "Ann", Noon));
        var after = before.Apply(new Recorded(3, new ReportChecked(Id(1), "Bea", Noon, null)));
        Assert.Equal(ReportStatus.Submitted, before.FindReport(Id(1))!.Status);
        Assert.Equal(ReportStatus.Checked, after.FindReport(Id(1))!.Status);
    }

    [Fact]
    public void A_figure_cannot_be_known_at_an_acceptance_that_has_not_happened()
    {
        var figure = new FigurePublished(Id(5), "{}", new DateOnly(2026, 1, 1), 3, 1, 1, "balance.json", "00", "{}", "Ann", Noon);
        Assert.Equal("figure-known-at-ahead", FigureRules.Publish(ReportBook.Empty, figure).Problem!.Code);
    }
}
