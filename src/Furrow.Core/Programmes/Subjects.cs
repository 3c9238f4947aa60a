using System.Collections.Frozen;
using Furrow.Core.Accounts;
using Furrow.Core.Accreditation;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Figures;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Places;
using Furrow.Core.Privacy;
using Furrow.Core.Reports;
using Furrow.Core.Roles;
using Furrow.Core.Vocabulary;

namespace Furrow.Core.Programmes;

/// <summary>The list of subjects. A new one is a line here and its own folders; nothing else names it.</summary>
public static class Subjects
{
    /// <summary>In the order in which they may ask each other: the rules of one ask those before it, never those behind.</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [
        Subject.Small<ProgrammeRecord>("programme"),
        Subject.Small<People>("people"),
        Subject.Small<OrganisationRegister>("organisations"),
        Subject.Small<AgreementRegister>("agreements"),
        Subject.Small<TeamRegister>("teams"),
        Subject.Small<PersonnelRegister>("personnel"),
        Subject.Small<QualificationRegister>("qualifications"),
        Subject.Small<EngagementRegister>("engagements"),
        Subject.Small<ProcedureRegister>("procedures"),
        Subject.Small<MachineTypeRegister>("machine types"),
        Subject.Small<DogPairRegister>("dog pairs"),
        Subject.Small<RecallRegister>("recalls"),
        Subject.Small<AccreditationRegister>("accreditations"),
        Subject.Small<EmergencyOrders>("emergency orders"),
        Subject.Small<Erasures>("erasures"),
        Subject.Large<LandLedger>("land"),
        Subject.Large<ReportBook>("reports"),
        Subject.Small<DecidedFindings>("findings"),
        Subject.Small<PublishedFigures>("figures"),
        Subject.Small<PlaceSets>("places"),
        Subject.Small<LearnedWords>("words"),
        Subject.Small<RoleRegister>("roles"),
        Subject.Small<AccountRegister>("accounts"),
    ];

    private static readonly FrozenDictionary<Type, int> ByState = Numbered().ToFrozenDictionary(s => s.Subject.State, s => s.Number);
    private static readonly FrozenDictionary<Type, int> ByFact = First(s => s.Facts);
    private static readonly FrozenDictionary<string, int> ByFactName = First(s => s.FactNames);

    /// <summary>Place of a subject in the list.</summary>
    internal static int NumberOf<T>()
        where T : class, ISubject<T> => Place<T>.Number;

    internal static int NumberOf(Subject subject) => ByState[subject.State];

    /// <summary>Who folds a fact; −1: nobody, it is the log's own.</summary>
    internal static int Folding(IFact fact) => fact is UnknownFact unknown ? ByFactName.GetValueOrDefault(unknown.Name, -1)
        : ByFact.GetValueOrDefault(fact.GetType(), -1);

    private static IEnumerable<(Subject Subject, int Number)> Numbered() => All.Select((s, i) => (s, i));

    /// <summary>A test says of every fact that one subject folds it, and no other.</summary>
    private static FrozenDictionary<TKey, int> First<TKey>(Func<Subject, IEnumerable<TKey>> keys)
        where TKey : notnull =>
        Numbered().SelectMany(s => keys(s.Subject).Select(k => (Key: k, s.Number))).DistinctBy(p => p.Key).ToFrozenDictionary(p => p.Key, p => p.Number);

    private static class Place<T>
    {
        public static readonly int Number = ByState[typeof(T)];
    }
}
