using Furrow.Core.Cooperation;
using Furrow.Core.Programmes;
using Furrow.Server.Answers;
using Furrow.Server.Intents;

namespace Furrow.Server.Cooperation;

/// <summary>What can be done about whom people serve, how they are insured and what else is recorded of them.</summary>
internal sealed class ServiceIntents : SubjectIntents
{
    private static readonly ServiceIntentsJson Json = ServiceIntentsJson.Default;

    public override IEnumerable<Intent> All =>
    [
        Intent<BeginService>("person-serve", Json, ServiceRules.Begin, undoneBy: "service-withdraw"),
        Intent<EndService>("service-end", Json, ServiceRules.End, undoneBy: "service-unend",
            offers: (state, id) => Of(state).FindService(id) is { IsWithdrawn: false, Until: null }),
        Intent<TakeBackServiceEnd>("service-unend", Json, ServiceRules.TakeBackEnd,
            offers: (state, id) => Of(state).FindService(id) is { IsWithdrawn: false, Until: not null }),
        Intent<WithdrawService>("service-withdraw", Json, ServiceRules.Withdraw),
        Intent<SayLanguages>("person-languages", Json, ServiceRules.Say),
        Intent<SayCaveats>("person-caveats", Json, ServiceRules.Say),
        Intent<RecordInsurance>("insurance-record", Json, ServiceRules.Insure, undoneBy: "insurance-withdraw"),
        Intent<WithdrawInsurance>("insurance-withdraw", Json, ServiceRules.Withdraw),
        Intent<RecordFieldWork>("person-worked", Json, ServiceRules.Work),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new(ServiceRules.Thing, (state, text) => Guid.TryParse(text, out var id) && Of(state).FindService(id) is not null ? id : null,
            (state, reader) => Of(state).RecordedServices.Where(s => !s.IsWithdrawn).Select(s => (s.Id, LabelOf(state, reader, s))),
            (state, reader, id) => Of(state).FindService(id) is { } service ? LabelOf(state, reader, service) : null)
        {
            Offers = (state, id) => Of(state).FindService(id) is { IsWithdrawn: false },
        },
        new(ServiceRules.InsuranceThing, (state, text) => Guid.TryParse(text, out var id) && Of(state).FindInsurance(id) is not null ? id : null,
            (state, reader) => Of(state).RecordedInsurances.Where(i => !i.IsWithdrawn).Select(i => (i.Id, LabelOf(reader, i))),
            (state, reader, id) => Of(state).FindInsurance(id) is { } insurance ? LabelOf(reader, insurance) : null)
        {
            Offers = (state, id) => Of(state).FindInsurance(id) is { IsWithdrawn: false },
        },
    ];

    private static PersonnelRegister Of(ProgrammeState state) => state.Of<PersonnelRegister>();

    private static string LabelOf(ProgrammeState state, Reader reader, Service service) =>
        $"{reader.NameOf(service.Person)}, {TeamLists.NameOf(state, service.Organisation)}, {Names.Iso(service.From)}";

    private static string LabelOf(Reader reader, Insurance insurance) => $"{reader.NameOf(insurance.Person)}, {Names.Iso(insurance.From)}";
}
