using Furrow.Core.Log;

namespace Examples; // Not in Furrow, where the tests of the code's shape have the name Shape.

/// <summary>What can happen in one subject, by example. A class of this kind in this folder is found by itself, and feeds every test that goes over all facts:
/// their frozen bytes, what they change, where what is sealed in them shows. Ground and people are invented.</summary>
public abstract class SubjectExamples
{
    /// <summary>Of every subject.</summary>
    public static IReadOnlyList<SubjectExamples> All { get; } = [.. typeof(SubjectExamples).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(SubjectExamples)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)
        .Select(t => (SubjectExamples)Activator.CreateInstance(t)!)];

    /// <summary>In an order in which they can have happened, made anew each time. The first of a kind is frozen, so every property of it is filled; more may
    /// follow, so that something is left that verbs can be tried on.</summary>
    public abstract IEnumerable<IFact> Facts { get; }

    /// <summary>Whether its examples happen in the planted programme, over which is looked where sealed texts show; false where a history is made for it there.
    /// </summary>
    public virtual bool IsPlanted => true;

    /// <summary>One example of every fact.</summary>
    public static IReadOnlyList<IFact> OfAllFacts() => [.. All.SelectMany(s => s.Facts).DistinctBy(f => f.GetType())];

    /// <summary>The example of a fact; null where there is none.</summary>
    public static IFact? Of(Type fact) => OfAllFacts().FirstOrDefault(f => f.GetType() == fact);

    /// <summary>What must have happened before an example: those of its subject that stand before it.</summary>
    public virtual IEnumerable<IFact> Before(IFact fact) => Facts.TakeWhile(f => f.GetType() != fact.GetType());

    /// <summary>An id of its own for each number.</summary>
    protected static Guid Id(byte number) => new(number, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, number);

    protected static string Sha(char digit) => new(digit, 64);
}
