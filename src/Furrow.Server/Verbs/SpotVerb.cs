using System.CommandLine;
using System.Globalization;
using Furrow.Core.Land.Questions;
using Furrow.Core.Land;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Core;
using Furrow.Server.Answers;

namespace Furrow.Server.Verbs;

/// <summary>The full history of one spot: its status for each kind, and every report over it.</summary>
internal sealed class SpotVerb : Verb
{
    private readonly Option<double> _lat = new("--lat") { Description = "Latitude in degrees, WGS 84.", HelpName = "DEGREES", Required = true };
    private readonly Option<double> _lon = new("--lon") { Description = "Longitude in degrees, WGS 84.", HelpName = "DEGREES", Required = true };
    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<int?> _knownAt = SharedOptions.KnownAt();

    public override string Name => "spot";

    public override string Summary => "The status and full history of one spot, kind by kind, with the reports that made it.";

    protected override void Describe(Command command)
    {
        command.Add(_lat);
        command.Add(_lon);
        command.Add(_asOf);
        command.Add(_knownAt);
    }

    protected override int Run(VerbRun run)
    {
        double lat = run.Get(_lat), lon = run.Get(_lon);
        if (!(Math.Abs(lat) <= 90 && Math.Abs(lon) <= 180))
        {
            return run.Refuse(Problems.ReportFieldWrong("point", $"A spot has a latitude from −90 to 90 and a longitude from −180 to 180."));
        }

        return run.Ask(state =>
        {
            if (BalanceVerb.Ahead(state, run.Get(_knownAt)) is { } ahead)
            {
                return run.Refuse(ahead);
            }

            var spot = LandQuestions.Spot(state.Land, GridPoint.FromDegrees(lon, lat), run.Get(_knownAt));
            var day = run.Get(_asOf) ?? run.Today;
            if (run.IsJson)
            {
                run.SayJson(Json(run.Reader, state, spot, day));
            }
            else
            {
                Tell(run, state, spot, day);
            }

            return Done;
        });
    }

    private static void Tell(VerbRun run, ProgrammeState state, SpotHistory spot, DateOnly day)
    {
        run.Say($"{spot.At}, as of {Names.Iso(day)}, known at acceptance {spot.KnownAt}");
        if (spot.Claims.Count == 0)
        {
            run.Say("No accepted report speaks of this spot: unrecorded. Unknown, never safe.");
        }

        foreach (var (record, metres) in UndrawnRecords.Near(state, spot.At, spot.KnownAt))
        {
            var claim = record.Claim;
            run.Say(string.Create(CultureInfo.InvariantCulture, $"{Names.Iso(claim.On)} {claim.ReportCode} ({claim.Organisation}): {Names.Of(claim.Effect)}, {(record.ByPlace ? $"somewhere in {claim.Undrawn!.Place}" : $"a point {metres:0.#} m from here")}, ")
                + (record.ReachMetres is { } good ? string.Create(CultureInfo.InvariantCulture, $"good to {good:0.#} m") : "accuracy not stated")
                + "; no polygon");
        }

        foreach (var history in spot.Histories)
        {
            run.Say($"{Kinds.NameOf(history.Kinds)}: {Statuses.NameOf(history.At(day))}");
            foreach (var since in history.Since)
            {
                var by = since.Claim >= 0 ? $" by {state.Land.Claim(since.Claim).ReportCode}" : "";
                run.Say($"  {Names.Iso(since.On)} {Statuses.NameOf(since.Status)}{by} ({Names.Of(since.Heading)})");
            }
        }

        foreach (var (claim, moves) in spot.Claims)
        {
            run.Say($"{Names.Iso(claim.On)} {claim.ReportCode} ({claim.Organisation}): "
                + $"{Names.Of(claim.Effect)}{(claim.Baseline ? ", baseline" : "")}, acceptance {claim.AcceptedAt}"
                + (claim.HazardousArea is { } area ? $", area {LandQuestions.AreaLabel(state.Land, area)}" : ""));
            foreach (var move in moves)
            {
                run.Say($"  {Kinds.NameOf(move.Kinds)}: {Statuses.NameOf(move.From)} → {Statuses.NameOf(move.To)} ({Names.Of(move.Heading)})");
            }

            run.Say($"  {ReviewText.InOneLine(run.Reader, state, claim.Report)}");
        }
    }

    private static object Json(Reader reader, ProgrammeState state, SpotHistory spot, DateOnly day) => new
    {
        exercise = state.IsExercise,
        lon = spot.At.LonDegrees,
        lat = spot.At.LatDegrees,
        asOf = Names.Iso(day),
        knownAt = spot.KnownAt,
        histories = spot.Histories.Select(h => new
        {
            kinds = Kinds.NameOf(h.Kinds),
            status = Statuses.NameOf(h.At(day)),
            since = h.Since.Select(s => new
            {
                on = Names.Iso(s.On),
                status = Statuses.NameOf(s.Status),
                heading = Names.Of(s.Heading),
                report = s.Claim < 0 ? null : state.Land.Claim(s.Claim).ReportCode,
            }),
        }),
        points = UndrawnRecords.Near(state, spot.At, spot.KnownAt).Select(p => new
        {
            report = p.Record.Claim.Report,
            code = p.Record.Claim.ReportCode,
            on = Names.Iso(p.Record.Claim.On),
            effect = Names.Of(p.Record.Claim.Effect),
            organisation = p.Record.Claim.Organisation,
            place = p.Record.Claim.Undrawn!.Place,
            byPlace = p.Record.ByPlace,
            accuracyMetres = p.Record.ReachMetres,
            distanceMetres = Math.Round(p.Metres, 1),
        }),
        claims = spot.Claims.Select(c => new
        {
            report = c.Claim.Report,
            code = c.Claim.ReportCode,
            on = Names.Iso(c.Claim.On),
            effect = Names.Of(c.Claim.Effect),
            organisation = c.Claim.Organisation,
            hazardousArea = c.Claim.HazardousArea,
            baseline = c.Claim.Baseline,
            acceptance = c.Claim.AcceptedAt,
            moves = c.Moves.Select(m => new { kinds = Kinds.NameOf(m.Kinds), from = Statuses.NameOf(m.From), to = Statuses.NameOf(m.To),
                heading = Names.Of(m.Heading) }),
            review = ReviewText.JsonWithoutReasons(reader, state, c.Claim.Report),
        }),
    };
}
