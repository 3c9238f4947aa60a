using Furrow.Core;
using Furrow.Core.Accreditation;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;

namespace Furrow.Server.Accreditation;

/// <summary>What can be done about recalls, and about what reports rest on.</summary>
internal sealed class RecallIntents : SubjectIntents
{
    private static readonly RecallIntentsJson Json = RecallIntentsJson.Default;

    public override IEnumerable<Intent> All =>
    [
        Intent<RecordUse>("use-record", Json, RecallRules.Record, undoneBy: "use-withdraw"),
        Intent<WithdrawUse>("use-withdraw", Json, RecallRules.WithdrawUse),
        Intent<OpenRecall>("recall-open", Json, RecallRules.Open, leadsTo: (act, _) => $"/records/recalls/{DerivedId.Of(act, RecallRules.Thing):D}"),
        Intent<DecideRecall>("recall-decide", Json, (state, act, i) => RecallRules.Decide(state, act, i, Recalled(state, i.Recall))),
        Intent<CloseRecall>("recall-close", Json, (state, act, i) => RecallRules.Close(state, act, i, Recalled(state, i.Recall))),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new(RecallRules.Thing, Find, (state, _) => Register(state).All.Where(r => !r.IsClosed).Select(r => (r.Id, LabelOf(state, r))),
            (state, _, id) => Register(state).Find(id) is { } recall ? LabelOf(state, recall) : null)
        {
            Every = (state, _) => Register(state).All.Select(r => (r.Id, LabelOf(state, r))),
            Offers = (state, id) => Register(state).Find(id) is { IsClosed: false },
        },
        new(RecallRules.UseThing, (state, text) => Guid.TryParse(text, out var id) && Register(state).FindUse(id) is not null ? id : null,
            (state, _) => Register(state).AllUses.Where(u => !u.IsWithdrawn).Select(u => (u.Id, LabelOf(state, u))),
            (state, _, id) => Register(state).FindUse(id) is { } use ? LabelOf(state, use) : null)
        {
            Offers = (state, id) => Register(state).FindUse(id) is { IsWithdrawn: false },
        },
    ];

    public static string NameOf(ProgrammeState state, Recall recall) => AccreditedSubjects.NameOf(state, recall.Kind, recall.Subject);

    /// <summary>The name of what is recalled, with the day the recall was opened.</summary>
    public static string LabelOf(ProgrammeState state, Recall recall) =>
        $"{NameOf(state, recall)} ({Names.Iso(Programmes.ProgrammeTime.Of(state).DayOf(recall.Act.At))})";

    /// <summary>By id, by its label, or by what is recalled: then the one that is open.</summary>
    internal static Outcome<Guid>? Find(ProgrammeState state, string text)
    {
        var found = Register(state).All.Where(r => Guid.TryParse(text, out var id) ? r.Id == id || r.Subject == id
            : Codes.AreSame(LabelOf(state, r), text) || AccreditedSubjects.IsCalled(state, r.Kind, r.Subject, text)).OrderBy(r => r.IsClosed).ToList();
        return found.Count == 0 ? null : found.Exists(r => r.Subject != found[0].Subject)
            ? Problems.ProcedureShared(text, string.Join(", ", found.Select(r => $"{LabelOf(state, r)} {r.Id:D}"))) : found[0].Id;
    }

    private static IReadOnlyList<Guid> Recalled(ProgrammeState state, Guid recall) =>
        RecallQuestion.ReportsOf(state, state.Land, state.Book, Register(state).Find(recall)!);

    private static RecallRegister Register(ProgrammeState state) => state.Of<RecallRegister>();

    private static string LabelOf(ProgrammeState state, Use use) =>
        $"{AccreditedSubjects.NameOf(state, use.Kind, use.Subject)}, {use.Id.ToString("D")[..8]}";
}
