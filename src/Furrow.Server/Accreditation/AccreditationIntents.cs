using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;

namespace Furrow.Server.Accreditation;

/// <summary>What can be done about accreditations, and how an intent names one and what it is for.</summary>
internal sealed class AccreditationIntents : SubjectIntents
{
    private static readonly AccreditationIntentsJson Json = AccreditationIntentsJson.Default;

    /// <summary>What an application can be for, each as the fields of other intents call it.</summary>
    private static readonly string[] Subjects =
        [OrganisationRules.Thing, TeamRules.Thing, DogPairRules.Thing, MachineTypeRules.Thing, ProcedureRules.Thing, "person"];

    public override IEnumerable<Intent> All =>
    [
        Intent<ApplyForAccreditation>("accreditation-apply", Json, AccreditationRules.Apply,
            leadsTo: (act, _) => $"/records/accreditations/{DerivedId.Of(act, AccreditationRules.Thing):D}"),
        Intent<MoveAccreditation>("accreditation-move", Json,
            (state, act, i) => AccreditationRules.Move(state, act, i, state.Of<ProgrammeRecord>().Cooperation), undoneBy: "accreditation-back",
            offers: (state, id) => Of(state, id) is { } c && (c.IsOpen || c.Last.Gives)),
        Intent<AssessAccreditation>("accreditation-assess", Json, AccreditationRules.Assess, undoneBy: "accreditation-back",
            offers: (state, id) => Of(state, id)?.Last.Gives == true),
        Intent<SuspendAccreditation>("accreditation-suspend", Json, AccreditationRules.Suspend, undoneBy: "accreditation-lift",
            offers: (state, id) => Of(state, id)?.Last.Gives == true),
        Intent<LiftSuspension>("accreditation-lift", Json, AccreditationRules.Lift, undoneBy: "accreditation-back",
            offers: (state, id) => Of(state, id)?.BeforeSuspension is not null),
        Intent<WithdrawAccreditation>("accreditation-withdraw", Json, AccreditationRules.Withdraw, undoneBy: "accreditation-back",
            offers: (state, id) => Of(state, id) is { } c && AccreditationMoves.Next[c.Last.Stage].Count > 0),
        Intent<TakeBackAccreditationMove>("accreditation-back", Json, AccreditationRules.TakeBack, offers: (state, id) => Of(state, id)?.Moves.Count > 1),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new(AccreditationRules.Thing, Find, (state, _) => Register(state).All.Select(c => (c.Id, LabelOf(state, c))),
            (state, _, id) => Of(state, id) is { } found ? LabelOf(state, found) : null),
        new(AccreditationRules.SubjectThing, FindSubject, (state, reader) => Kinds.SelectMany(k => k.List(state, reader)),
            (state, reader, id) => Kinds.Select(k => k.NameOf(state, reader, id)).FirstOrDefault(n => n is not null))
        {
            Every = (state, reader) => Kinds.SelectMany(k => k.Every(state, reader)),
        },
    ];

    private static IEnumerable<ObjectKind> Kinds => Subjects.Select(of => IntentList.OfProgram.Objects.KindOf(of)!);

    /// <summary>"SOP-4, 1 (2024-05-01)": several of one subject differ by the day they were applied for.</summary>
    public static string LabelOf(ProgrammeState state, AccreditationCase accreditation) =>
        $"{AccreditedSubjects.NameOf(state, accreditation)} ({Names.Iso(accreditation.AppliedOn)})";

    private static AccreditationRegister Register(ProgrammeState state) => state.Of<AccreditationRegister>();

    private static AccreditationCase? Of(ProgrammeState state, Guid id) => Register(state).Find(id);

    /// <summary>By id, by its label, or by what it is for where there is only one.</summary>
    private static Outcome<Guid>? Find(ProgrammeState state, string text)
    {
        var found = Guid.TryParse(text, out var id) ? [.. Register(state).All.Where(c => c.Id == id || c.Subject == id)]
            : Register(state).All.Where(c => Codes.AreSame(LabelOf(state, c), text) || AccreditedSubjects.IsCalled(state, c.Kind, c.Subject, text)).ToList();
        return found switch
        {
            [] => null,
            [var one] => one.Id,
            _ => Problems.AccreditationShared(text, string.Join(", ", found.Select(c => $"{LabelOf(state, c)} {c.Id:D}"))),
        };
    }

    /// <summary>Of whatever kind: the first that knows the name.</summary>
    private static Outcome<Guid>? FindSubject(ProgrammeState state, string text) => Kinds.Select(k => k.Find(state, text)).FirstOrDefault(f => f is not null);
}
