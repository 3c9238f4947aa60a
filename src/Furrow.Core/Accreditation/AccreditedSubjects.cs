using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>What an accreditation can be for, whatever its kind.</summary>
public static class AccreditedSubjects
{
    /// <summary>What kind of thing this is; null: nothing that can be accredited has this id.</summary>
    public static AccreditedKind? KindOf(IKnown known, Guid id) =>
        known.Of<OrganisationRegister>().Find(id) is not null ? AccreditedKind.Organisation
        : known.Of<TeamRegister>().Find(id) is not null ? AccreditedKind.Team
        : known.Of<DogPairRegister>().Find(id) is not null ? AccreditedKind.DogPair
        : known.Of<MachineTypeRegister>().Find(id) is not null ? AccreditedKind.MachineType
        : known.Of<ProcedureRegister>().Find(id) is not null ? AccreditedKind.Procedure
        : known.Of<People>().Find(id) is not null ? AccreditedKind.Person
        : null;

    /// <summary>What it is called in an ordinary text: a person only by the beginning of their id.</summary>
    public static string NameOf(IKnown known, AccreditedKind kind, Guid id) => kind switch
    {
        AccreditedKind.Organisation => known.Of<OrganisationRegister>() is var register && register.Find(id) is { } found
            ? register.StandingFor(found).Name : null,
        AccreditedKind.Team => known.Of<TeamRegister>().Find(id) is { } team ? TeamNames.LabelOf(known, team) : null,
        AccreditedKind.DogPair => known.Of<DogPairRegister>().Find(id)?.Name,
        AccreditedKind.MachineType => known.Of<MachineTypeRegister>().Find(id)?.Name,
        AccreditedKind.Procedure => known.Of<ProcedureRegister>().Find(id) is { } procedure ? LabelOf(known, procedure) : null,
        _ => null,
    } ?? id.ToString("D")[..8];

    /// <summary>"SOP-4, 2 (Contingent One)": two organisations may have one code.</summary>
    public static string LabelOf(IKnown known, Procedure procedure) =>
        $"{procedure.Name} ({NameOf(known, AccreditedKind.Organisation, procedure.Organisation)})";

    /// <summary>Whether people call it so: by its whole name, or a procedure or a team without its organisation.</summary>
    public static bool IsCalled(IKnown known, AccreditedKind kind, Guid id, string text) => Codes.AreSame(NameOf(known, kind, id), text)
        || (kind == AccreditedKind.Procedure && known.Of<ProcedureRegister>().Find(id) is { } procedure && Codes.AreSame(procedure.Name, text))
        || (kind == AccreditedKind.Team && known.Of<TeamRegister>().Find(id)?.IsCalled(text) == true);

    public static string NameOf(IKnown known, AccreditationCase accreditation) => NameOf(known, accreditation.Kind, accreditation.Subject);
}

/// <summary>The words of settings, files and addresses for what can be accredited.</summary>
public static class AccreditedKinds
{
    public static readonly IReadOnlyList<(AccreditedKind Kind, string Name)> Names =
    [
        (AccreditedKind.Organisation, "organisation"), (AccreditedKind.Team, "team"), (AccreditedKind.Person, "person"), (AccreditedKind.DogPair, "dog-pair"),
        (AccreditedKind.MachineType, "machine-type"), (AccreditedKind.Procedure, "procedure"),
    ];
}
