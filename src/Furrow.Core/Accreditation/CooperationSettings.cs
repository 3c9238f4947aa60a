using Furrow.Core.Cooperation;

namespace Furrow.Core.Accreditation;

/// <summary>What a national standard decides about who may work: part of the profile of a programme, never constants. The defaults are ours and only a
/// starting point; docs/settings.md says what each decides.</summary>
public sealed record CooperationSettings
{
    public static readonly CooperationSettings Default = new();

    public int ProvisionalValidDays { get; init; } = 90;

    public int FullValidDays { get; init; } = 365;

    public IReadOnlySet<AccreditedKind> AccreditationNeeded { get; init; } =
        new HashSet<AccreditedKind> { AccreditedKind.Organisation, AccreditedKind.Team, AccreditedKind.DogPair, AccreditedKind.Procedure };

    public int? PersonStandDownDays { get; init; }

    public int? DogPairStandDownDays { get; init; }

    public int? DogTestValidDays { get; init; }

    public double? TurnoverSharePercent { get; init; }

    public bool InsuranceNeeded { get; init; } = true;

    public IReadOnlyDictionary<FieldActivity, Competency> Competencies { get; init; } =
        new Dictionary<FieldActivity, Competency> { [FieldActivity.Eod] = Competency.Eod2 };

    public IReadOnlyList<ManningNeed> Manning { get; init; } =
    [
        new(null, PersonFunction.TeamLeader, null, 1), new(null, PersonFunction.Medic, null, 1),
        .. ((FieldActivity[])[FieldActivity.TechnicalSurvey, FieldActivity.ManualClearance, FieldActivity.MechanicalClearance, FieldActivity.DogClearance,
            FieldActivity.BattleAreaClearance, FieldActivity.Eod]).Select(a => new ManningNeed(a, null, EodLevel.Eod2, 1)),
    ];
}
