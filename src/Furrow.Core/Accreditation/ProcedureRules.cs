using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>How versions of procedures become known. Whether one may work by them is asked of their accreditation.</summary>
public static class ProcedureRules
{
    /// <summary>What the fields of intents call it.</summary>
    public const string Thing = "procedure";

    public static Ruling Register(IKnown known, Act act, RegisterProcedure intent)
    {
        var organisation = known.Of<OrganisationRegister>().Find(intent.Organisation)!;
        var (code, version) = (intent.Code.Trim(), intent.Version.Trim());
        return organisation.MergedInto is not null ? Problems.OrganisationMerged(organisation.Name)
            : Codes.IsBlank(code) ? Problems.ProcedureBlank("code")
            : Codes.IsBlank(version) ? Problems.ProcedureBlank("version")
            : Of(known).Of(intent.Organisation).FirstOrDefault(p => Codes.AreSame(p.Code, code) && Codes.AreSame(p.Version, version)) is { } same
                ? Problems.NameTaken(same.Name)
            : intent.Replaces is { } replaced && Of(known).Find(replaced)! is var other && other.Organisation != intent.Organisation
                ? Problems.ProcedureOfAnother(other.Name, organisation.Name)
            : [new ProcedureRegistered(DerivedId.Of(act.Id, Thing), intent.Organisation, code, version, intent.Title.Trim(), intent.IssuedOn, intent.Replaces)];
    }

    public static Ruling Change(IKnown known, Act act, ChangeProcedure intent)
    {
        var procedure = Of(known).Find(intent.Procedure)!;
        return procedure.ClosedOn < intent.IssuedOn ? Problems.ProcedureClosedBefore(procedure.Name)
            : [new ProcedureChanged(intent.Procedure, intent.Title.Trim(), intent.IssuedOn)];
    }

    public static Ruling Close(IKnown known, Act act, CloseProcedure intent)
    {
        var procedure = Of(known).Find(intent.Procedure)!;
        return procedure.ClosedOn is not null ? Problems.ClosedAlready(procedure.Name)
            : intent.ClosedOn < procedure.IssuedOn ? Problems.ProcedureClosedBefore(procedure.Name)
            : act.IsWithoutReason ? Problems.ReasonMissing("close a procedure")
            : [new ProcedureClosed(intent.Procedure, intent.ClosedOn)];
    }

    public static Ruling Reopen(IKnown known, Act act, ReopenProcedure intent)
    {
        var procedure = Of(known).Find(intent.Procedure)!;
        return procedure.ClosedOn is null ? Problems.ThingNotClosed(procedure.Name) : [new ProcedureReopened(intent.Procedure)];
    }

    private static ProcedureRegister Of(IKnown known) => known.Of<ProcedureRegister>();
}
