using Furrow.Core;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Log;
using Furrow.Core.Roles;

namespace Furrow.Server.Programmes;

/// <summary>Who may do what in the exercise: the director, and the people who act in it, each by what they do.</summary>
internal static class ExerciseRoles
{
    private const string Director = "EXERCISE director";

    private static readonly (string Person, Role Role)[] All =
    [
        (Director, Role.Administrator), ("EXERCISE information manager", Role.InformationManager), ("EXERCISE operations officer", Role.OperationsOfficer),
        ("EXERCISE quality officer", Role.QualityOfficer), ("EXERCISE liaison officer", Role.LiaisonOfficer),
    ];

    /// <summary>When everybody has acted.</summary>
    public static Outcome<JudgedBatch> Give(JudgedBatch judged, ExercisePlan plan)
    {
        Outcome<JudgedBatch> kept = judged;
        foreach (var (person, role) in All)
        {
            if (judged.Next.PersonNamed(person) is { } id && !kept.IsRefused)
            {
                var acting = new Acting(Director, judged.Next.CommittedAt, Door.Verb, "EXERCISE roles", DerivedId.Of(plan.Programme, "role of " + person));
                kept = kept.Value!.Then(acting, (state, act) => RoleRules.Give(state, act, new GiveRole(id, role)));
            }
        }

        return kept;
    }
}
