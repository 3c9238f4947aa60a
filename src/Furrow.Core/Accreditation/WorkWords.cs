using Furrow.Core.Cooperation;

namespace Furrow.Core.Accreditation;

/// <summary>The words of settings for work, functions and competencies.</summary>
public static class WorkWords
{
    public static readonly IReadOnlyList<(FieldActivity Activity, string Name)> Activities =
    [
        (FieldActivity.NonTechnicalSurvey, "non-technical-survey"), (FieldActivity.TechnicalSurvey, "technical-survey"),
        (FieldActivity.ManualClearance, "manual-clearance"), (FieldActivity.MechanicalClearance, "mechanical-clearance"),
        (FieldActivity.DogClearance, "dog-clearance"), (FieldActivity.BattleAreaClearance, "battle-area-clearance"), (FieldActivity.Eod, "eod"),
        (FieldActivity.Marking, "marking"), (FieldActivity.Training, "training"), (FieldActivity.QualityControl, "quality-control"),
    ];

    public static readonly IReadOnlyList<(Competency Competency, string Name)> Competencies =
    [
        (Competency.Eod1, "eod-1"), (Competency.Eod2, "eod-2"), (Competency.Eod3, "eod-3"), (Competency.Eod3Plus, "eod-3+"), (Competency.Iedd, "iedd"),
        (Competency.ManualClearance, "manual-clearance"), (Competency.Medic, "medic"), (Competency.DogHandling, "dog-handling"),
        (Competency.MachineOperation, "machine-operation"), (Competency.Survey, "survey"), (Competency.TeamLeading, "team-leading"),
        (Competency.QualityManagement, "quality-management"),
    ];

    /// <summary>With those who have it, as a sentence counts them.</summary>
    public static readonly IReadOnlyList<(PersonFunction Function, string Name, Word Those)> Functions =
    [
        (PersonFunction.TeamLeader, "team-leader", new("team leaders")), (PersonFunction.Deminer, "deminer", new("deminers")),
        (PersonFunction.EodOperator, "eod-operator", new("EOD operators")), (PersonFunction.Medic, "medic", new("medics")),
        (PersonFunction.DogHandler, "dog-handler", new("dog handlers")), (PersonFunction.MachineOperator, "machine-operator", new("machine operators")),
        (PersonFunction.Liaison, "liaison", new("liaison officers")), (PersonFunction.Interpreter, "interpreter", new("interpreters")),
        (PersonFunction.Information, "information", new("information officers")), (PersonFunction.Operations, "operations", new("operations officers")),
        (PersonFunction.Quality, "quality", new("quality officers")), (PersonFunction.Surveyor, "surveyor", new("surveyors")),
        (PersonFunction.Driver, "driver", new("drivers")),
    ];

    /// <summary>By what clauses of agreements somebody may do this work; one of them is enough.</summary>
    public static IReadOnlyList<Activity> ClausesFor(FieldActivity activity) => activity switch
    {
        FieldActivity.NonTechnicalSurvey or FieldActivity.TechnicalSurvey => [Activity.Survey],
        FieldActivity.Eod => [Activity.Eod],
        FieldActivity.Marking => [Activity.Clear, Activity.Survey],
        FieldActivity.Training => [Activity.Train],
        FieldActivity.QualityControl => [Activity.CheckQuality],
        _ => [Activity.Clear],
    };
}
