using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;
using Furrow.Server.Lists;

namespace Furrow.Server.Accreditation;

/// <summary>Questions of entitlement as people ask them: by name, in an address or on a command line.</summary>
internal static class EntitlementQuestions
{
    /// <summary>Who can be asked about, as the fields of intents call them.</summary>
    private static readonly (AccreditedKind Kind, string Of)[] Kinds =
        [(AccreditedKind.Team, TeamRules.Thing), (AccreditedKind.DogPair, DogPairRules.Thing), (AccreditedKind.Person, "person")];

    public static IReadOnlyList<string> Activities { get; } = [.. Enum.GetValues<FieldActivity>().Select(Names.Of)];

    public static FieldActivity? ActivityOf(string? word) =>
        Enum.GetValues<FieldActivity>().Where(a => Names.Of(a) == word).Select(a => (FieldActivity?)a).FirstOrDefault();

    /// <summary>The team, pair or person of this name or id; the first of these that knows it.</summary>
    public static Outcome<(AccreditedKind Kind, Guid Subject)> Find(ProgrammeState state, string who)
    {
        foreach (var (kind, of) in Kinds)
        {
            if (IntentList.OfProgram.Objects.KindOf(of)!.Find(state, who) is { } found)
            {
                return found.IsRefused ? found.Problem! : (kind, found.Value);
            }
        }

        return Problems.EntitlementOfNobody(who);
    }

    public static EntitlementAnswer Ask(ProgrammeState state, AccreditedKind kind, Guid subject, FieldActivity activity, DateOnly day, string? place) =>
        Entitlement.Of(state, new(kind, subject, activity, day, Codes.IsBlank(place) ? null : place!.Trim()), state.Of<ProgrammeRecord>().Cooperation);

    /// <summary>Of every team that is there on the day, in the order of their names.</summary>
    public static IReadOnlyList<EntitlementAnswer> OfTeams(ProgrammeState state, FieldActivity activity, DateOnly day, string? place) =>
        Entitlement.OfAll(state, state.Of<TeamRegister>().All.Where(t => t.IsThere(day)).OrderBy(t => t.Code, Codes.Order)
            .Select(t => new EntitlementAsked(AccreditedKind.Team, t.Id, activity, day, Codes.IsBlank(place) ? null : place!.Trim())),
            state.Of<ProgrammeRecord>().Cooperation);

    /// <summary>Whether it was known at all.</summary>
    public static bool IsKnown(ProgrammeState state, AccreditedKind kind, Guid subject) => kind switch
    {
        AccreditedKind.Team => state.Of<TeamRegister>().Find(subject) is not null,
        AccreditedKind.DogPair => state.Of<DogPairRegister>().Find(subject) is not null,
        _ => state.People.Find(subject) is not null,
    };

    /// <summary>What it is called; a person by their name where it may be read.</summary>
    public static string NameOf(ProgrammeState state, Reader? reader, AccreditedKind kind, Guid subject) =>
        kind == AccreditedKind.Person && reader is not null ? reader.NameOf(subject) : AccreditedSubjects.NameOf(state, kind, subject);

    /// <summary>The page of what a reason is about.</summary>
    public static string? PageOf(AccreditedKind kind, Guid subject) => AllLists.PageOf(kind switch
    {
        AccreditedKind.Organisation => OrganisationRules.Thing,
        AccreditedKind.Team => TeamRules.Thing,
        AccreditedKind.DogPair => DogPairRules.Thing,
        AccreditedKind.MachineType => MachineTypeRules.Thing,
        AccreditedKind.Procedure => ProcedureRules.Thing,
        _ => "person",
    }, subject);
}
