namespace Furrow.Core;

/// <summary>Refusals about what is accredited and how.</summary>
public static partial class Problems
{
    public static Problem ThingNotClosed(string name) => new("thing-not-closed", $"'{name}' is not closed.", 409);

    /// <param name="field">"code" or "version".</param>
    public static Problem ProcedureBlank(string field) => new("procedure-blank",
        $"A procedure needs a code and a version that can be read.", 400, new ProblemPlace(null, null, field));

    public static Problem ProcedureOfAnother(string procedure, string organisation) => new("procedure-of-another",
        $"'{procedure}' is not a procedure of '{organisation}': a version replaces one of the same organisation.", 409,
        new ProblemPlace(null, null, "replaces"));

    public static Problem ProcedureClosedBefore(string procedure) =>
        new("procedure-closed-before", $"'{procedure}' would be closed before it was issued.", 409);

    public static Problem MachineTypeBlank() => new("machine-type-blank", $"A type of machine needs a maker and a model that can be read.", 400);

    public static Problem DogNameBlank() =>
        new("dog-name-blank", $"The name of a dog needs letters that can be read.", 400, new ProblemPlace(null, null, "dog"));

    public static Problem DogPairStands(string pair) =>
        new("dog-pair-stands", $"This dog works in the pair '{pair}' then. Dissolve that one first.", 409);

    public static Problem DogPairApart(string pair, DateOnly on) =>
        new("dog-pair-apart", $"'{pair}' did not work together on {on}.", 409, new ProblemPlace(null, null, "on"));
}
