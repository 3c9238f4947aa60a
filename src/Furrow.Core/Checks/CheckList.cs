using Furrow.Core.Checks.Rules;

namespace Furrow.Core.Checks;

/// <summary>All checks, in the order their findings are printed. Adding a check means: one file in Rules, one line here, one section in
/// docs/checks.md.</summary>
public static class CheckList
{
    public static readonly IReadOnlyList<Check> All =
    [
        OutOfRange.Check,
        SwappedCoordinates.Check,
        OutsideTerritory.Check,
        ZeroCoordinates.Check,
        TooFewPoints.Check,
        RepeatedPoints.Check,
        InvalidRing.Check,
        LongLeg.Check,
        DuplicatePolygon.Check,
        OverlappingParts.Check,
        DuplicatePoint.Check,
        DuplicateCode.Check,
        CorrectionChanges.Check,
        StatedArea.Check,
        OverlapOwn.Check,
        OverlapOtherOrganisation.Check,
        ReleaseOutsideHazard.Check,
        SurveyOverReleased.Check,
        SecondRelease.Check,
        CancelledConfirmed.Check,
        SearchedTooShallow.Check,
        AcrossPlaces.Check,
        FutureDate.Check,
        DateOrder.Check,
        AssumedDate.Check,
        ReopeningWithoutEvidence.Check,
        ConfirmedWithoutDirectEvidence.Check,
        MissingFields.Check,
    ];

    public static Check? Find(string code) => All.FirstOrDefault(c => c.Code == code);

    /// <summary>Every finding about a report, check by check in the order of the list; checks the profile has switched off stay silent.</summary>
    public static IReadOnlyList<Finding> Judge(CheckSubject subject)
    {
        List<Finding>? findings = null;
        foreach (var check in All)
        {
            if ((check.Concerns is { } concerns && !concerns(subject)) || subject.Context.Settings.Off.Contains(check.Code))
            {
                continue;
            }

            foreach (var finding in check.Judge(subject))
            {
                (findings ??= []).Add(finding);
            }
        }

        return findings ?? (IReadOnlyList<Finding>)[];
    }
}
