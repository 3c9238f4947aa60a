using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;

namespace Furrow.Server.Answers;

/// <summary>A record without polygon as a map shows it. It is no land, and never a circle of it: the circle is how well its place is known.</summary>
/// <param name="At">Its point; or the middle of the place it names.</param>
/// <param name="ReachMetres">How well it is known; null when nobody said.</param>
/// <param name="ByPlace">Only the name of the place is known.</param>
internal sealed record UndrawnRecord(LandClaim Claim, GridPoint At, double? ReachMetres, bool ByPlace);

/// <summary>Records without polygon that can stand on a map: with a point, or with the name of a place whose boundary the ledger has.</summary>
internal static class UndrawnRecords
{
    /// <summary>Where nobody said how well a point is known, it is looked for as near as this.</summary>
    private const double NearMetres = 10;

    public static IEnumerable<UndrawnRecord> Of(ProgrammeState state, int knownAt)
    {
        var places = NamedPlaces.Of(state);
        foreach (var claim in LandQuestions.Undrawn(state.Land, knownAt))
        {
            if (claim.Undrawn!.Point is { } point)
            {
                yield return new UndrawnRecord(claim, point, claim.Undrawn.AccuracyMetres, false);
            }
            else if (places.Find(claim.Undrawn.Place!) is { } place)
            {
                yield return new UndrawnRecord(claim, place.Middle, place.ReachMetres, true);
            }
        }
    }

    /// <summary>Those within whose accuracy a spot lies, the nearest first; of those known by place alone, those whose symbol it is on.</summary>
    public static IReadOnlyList<(UndrawnRecord Record, double Metres)> Near(ProgrammeState state, GridPoint at, int knownAt) =>
        UndrawnIndex.Of(state, knownAt).Near(at);

    /// <summary>Those whose point lies in a box, in the order of their claims.</summary>
    public static IEnumerable<UndrawnRecord> In(ProgrammeState state, GridBox box, int knownAt) => UndrawnIndex.Of(state, knownAt).In(box);

    /// <summary>How far from its point a record is found.</summary>
    public static double ReachMetres(UndrawnRecord record) => Math.Max(record.ByPlace ? 0 : record.ReachMetres ?? 0, NearMetres);
}
