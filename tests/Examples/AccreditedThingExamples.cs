using Furrow.Core.Accreditation;
using Furrow.Core.Log;

namespace Examples;

internal sealed class AccreditedThingExamples : SubjectExamples
{
    private static readonly DateOnly Issued = new(2023, 4, 1), Later = new(2024, 5, 1);

    public override IEnumerable<IFact> Facts =>
    [
        new ProcedureRegistered(Id(151), Id(82), "EXERCISE SOP-4", "1", "EXERCISE manual clearance", Issued, Id(152)),
        new ProcedureRegistered(Id(152), Id(82), "EXERCISE SOP-4", "2", "EXERCISE manual clearance", Later, Id(151)),
        new ProcedureChanged(Id(151), "EXERCISE clearance by hand", Issued),
        new ProcedureClosed(Id(151), Later),
        new ProcedureReopened(Id(151)),
        new ProcedureRegistered(Id(153), Id(82), "EXERCISE SOP-5", "1", "EXERCISE marking", Issued),
        new ProcedureClosed(Id(153), Later),
        new MachineTypeRegistered(Id(154), MachineKind.Detector, "EXERCISE Works", "D-1"),
        new MachineTypeChanged(Id(154), MachineKind.Detector, "EXERCISE Works", "D-2"),
        new MachineTypeClosed(Id(154), Later),
        new MachineTypeReopened(Id(154)),
        new MachineTypeRegistered(Id(155), MachineKind.GroundMachine, "EXERCISE Works", "Tiller"),
        new MachineTypeClosed(Id(155), Later),
        new DogPairFormed(Id(156), "EXERCISE Rex", "900123", Id(12), Id(82), Issued),
        new DogPairChanged(Id(156), "EXERCISE Max", "900124"),
        new DogPairDissolved(Id(156), Later),
        new DogPairDissolutionTakenBack(Id(156)),
        new DogTestRecorded(Id(157), Id(156), Issued, DogTestResult.Passed),
        new DogTestWithdrawn(Id(157)),
        new DogTestRecorded(Id(158), Id(156), Later, DogTestResult.Failed),
        new DogPairWorked(Id(156), Later),
        new DogPairFormed(Id(159), "EXERCISE Bella", null, Id(12), Id(82), Issued),
        new DogPairDissolved(Id(159), Later),
    ];
}
