namespace Furrow.Core.Log;

/// <summary>What is known when an intent is judged: rules ask it for the state of their subject, and of those that stand before it in the list.</summary>
public interface IKnown
{
    T Of<T>()
        where T : class, ISubject<T>;

    /// <summary>The person of this name; null when nobody has it. Names themselves are in no subject.</summary>
    Guid? PersonNamed(string name);

    /// <summary>Whether a text that is open names this person.</summary>
    bool IsNamed(Guid person, Sealed? text);
}
