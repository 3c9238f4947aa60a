using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Intents;

namespace Furrow.Server.Cooperation;

/// <summary>What can be done about organisations, and how an intent names one.</summary>
internal sealed class OrganisationIntents : SubjectIntents
{
    private static readonly OrganisationIntentsJson Json = OrganisationIntentsJson.Default;

    public override IEnumerable<Intent> All =>
    [
        Intent<RegisterOrganisation>("organisation-register", Json, OrganisationRules.Register,
            leadsTo: (act, _) => $"/records/organisations/{DerivedId.Of(act, OrganisationRules.Thing):D}"),
        Intent<RegisterReportedOrganisations>("organisation-register-reported", Json,
            (state, act, i) => OrganisationRules.RegisterReported(state, act, i, ReportedNames(state)), isLarge: true,
            leadsTo: (_, _) => "/lists/organisations"),
        Intent<RenameOrganisation>("organisation-rename", Json, OrganisationRules.Rename),
        Intent<ChangeOrganisation>("organisation-change", Json, OrganisationRules.Change),
        Intent<AddOrganisationAlias>("organisation-alias", Json, OrganisationRules.AddAlias, undoneBy: "organisation-unalias"),
        Intent<RemoveOrganisationAlias>("organisation-unalias", Json, OrganisationRules.RemoveAlias,
            offers: (state, id) => IsOffered(state, id) && Of(state, id)!.Aliases.Count > 0),
        Intent<ChangeOrganisationContact>("organisation-contact", Json, OrganisationRules.ChangeContact),
        Intent<MergeOrganisations>("organisation-merge", Json, OrganisationRules.Merge, undoneBy: "organisation-unmerge"),
        Intent<TakeBackOrganisationMerge>("organisation-unmerge", Json, OrganisationRules.TakeBackMerge,
            offers: (state, id) => Of(state, id)?.MergedInto is not null),
        Intent<CloseOrganisation>("organisation-close", Json, OrganisationRules.Close, undoneBy: "organisation-reopen"),
        Intent<ReopenOrganisation>("organisation-reopen", Json, OrganisationRules.Reopen, offers: (state, id) => Of(state, id)?.ClosedOn is not null),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new(OrganisationRules.Thing, Find, (state, _) => Named(state, o => IsOffered(state, o.Id)), (state, _, id) => Of(state, id)?.Name)
        {
            Every = (state, _) => Named(state, _ => true), Offers = IsOffered,
        },
    ];

    /// <summary>By id, or by any of its names: who was merged is found too, so that the rule can say so.</summary>
    private static Outcome<Guid>? Find(ProgrammeState state, string text) => state.Of<OrganisationRegister>().Bearing(text) is { } bearing ? bearing.Id
        : Guid.TryParse(text, out var id) && Of(state, id) is not null ? id : null;

    private static IEnumerable<(Guid Id, string Name)> Named(ProgrammeState state, Func<Organisation, bool> which) =>
        state.Of<OrganisationRegister>().All.Where(which).OrderBy(o => o.Name, Codes.Order).Select(o => (o.Id, o.Name));

    private static bool IsOffered(ProgrammeState state, Guid id) => Of(state, id) is { MergedInto: null, ClosedOn: null };

    private static Organisation? Of(ProgrammeState state, Guid id) => state.Of<OrganisationRegister>().Find(id);

    /// <summary>As reports spell them, each once.</summary>
    private static IEnumerable<string> ReportedNames(ProgrammeState state) => state.Reports.Select(e => e.Report.Organisation).Distinct(Codes.Comparer);
}
