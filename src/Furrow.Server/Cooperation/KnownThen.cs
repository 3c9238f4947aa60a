using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Server.Cooperation;

/// <summary>What was known at the end of a day of who takes part: the subjects of cooperation and accreditation, and the profile, folded from what was
/// committed by then. Land and reports are as they are now.</summary>
internal static class KnownThen
{
    private static readonly IReadOnlyList<Subject> Known = [.. Subjects.All.Where(s => s.State.Namespace == typeof(TeamRegister).Namespace
        || s.State.Namespace == typeof(AccreditationRegister).Namespace || s.State == typeof(ProgrammeRecord))];

    private static readonly string[] FactNames = [.. Known.SelectMany(s => s.FactNames).Distinct()];

    /// <param name="then">A day of the programme's own zone; null: as it is known now.</param>
    public static ProgrammeState Of(Programme programme, ProgrammeState state, DateOnly? then)
    {
        if (then is not { } day)
        {
            return state;
        }

        var time = ProgrammeTime.Of(state);
        return state.Refold(Known, programme.Log.ReadIndexed(FactNames, 0, state.Position).Where(p => time.DayOf(p.CommittedAt) <= day)).With(state.Names);
    }
}
