using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>How types of machines and detectors become known.</summary>
public static class MachineTypeRules
{
    /// <summary>What the fields of intents call it.</summary>
    public const string Thing = "machineType";

    public static Ruling Register(IKnown known, Act act, RegisterMachineType intent) =>
        Refused(known, null, intent.Maker, intent.Model) is { } problem ? problem
            : [new MachineTypeRegistered(DerivedId.Of(act.Id, Thing), intent.MachineKind, intent.Maker.Trim(), intent.Model.Trim())];

    public static Ruling Change(IKnown known, Act act, ChangeMachineType intent) =>
        Refused(known, intent.MachineType, intent.Maker, intent.Model) is { } problem ? problem
            : [new MachineTypeChanged(intent.MachineType, intent.MachineKind, intent.Maker.Trim(), intent.Model.Trim())];

    public static Ruling Close(IKnown known, Act act, CloseMachineType intent)
    {
        var type = Of(known).Find(intent.MachineType)!;
        return type.ClosedOn is not null ? Problems.ClosedAlready(type.Name)
            : act.IsWithoutReason ? Problems.ReasonMissing("close a type of machine")
            : [new MachineTypeClosed(intent.MachineType, intent.ClosedOn)];
    }

    public static Ruling Reopen(IKnown known, Act act, ReopenMachineType intent)
    {
        var type = Of(known).Find(intent.MachineType)!;
        return type.ClosedOn is null ? Problems.ThingNotClosed(type.Name) : [new MachineTypeReopened(intent.MachineType)];
    }

    private static Problem? Refused(IKnown known, Guid? own, string maker, string model) =>
        Codes.IsBlank(maker) || Codes.IsBlank(model) ? Problems.MachineTypeBlank()
        : Of(known).All.FirstOrDefault(t => t.Id != own && Codes.AreSame(t.Maker, maker) && Codes.AreSame(t.Model, model)) is { } same
            ? Problems.NameTaken(same.Name) : null;

    private static MachineTypeRegister Of(IKnown known) => known.Of<MachineTypeRegister>();
}
