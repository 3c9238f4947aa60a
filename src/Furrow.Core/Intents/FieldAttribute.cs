using Furrow.Core.Log;

namespace Furrow.Core.Intents;

/// <summary>What a field of an intent holds, and so how it is asked for, read and shown at every door.</summary>
public enum FieldKind : byte
{
    /// <summary>Words, in the property a string.</summary>
    Text,

    /// <summary>A readable code on one line, a string.</summary>
    Code,

    /// <summary>A day, a DateOnly.</summary>
    Day,

    /// <summary>A number: int or long for whole ones, else a decimal; in the unit the field names.</summary>
    Number,

    /// <summary>One of the words of the field, a string; or of the names of an enum.</summary>
    Choice,

    /// <summary>A bool.</summary>
    YesNo,

    /// <summary>A person by name or id; in the property the id, a Guid.</summary>
    Person,

    /// <summary>A thing of the programme by what people call it, or its id; in the property the id, a Guid.</summary>
    Object,

    /// <summary>Latitude and longitude in degrees: "44.123456, 18.1", a string.</summary>
    Position,
}

/// <summary>Describes a property of an intent. Whether it is required, may be given several times, and what it is when left out follows from the record itself:
/// <c>string Name</c> is required, <c>string? Name = null</c> is not, <c>IReadOnlyList&lt;Guid&gt;</c> takes several.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(FieldKind kind) : Attribute
{
    public FieldKind Kind { get; } = kind;

    /// <summary>Most letters of a text or code; 0: as its kind has it.</summary>
    public int Longest { get; init; }

    /// <summary>A text may go over several lines.</summary>
    public bool HasLines { get; init; }

    /// <summary>Of a number, as people write it behind: "cm", "m²".</summary>
    public string Unit { get; init; } = "";

    /// <summary>The smallest number taken.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number taken.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>The words of a choice that is no enum.</summary>
    public string[] Choices { get; init; } = [];

    /// <summary>Which things an object is one of: "report".</summary>
    public string Of { get; init; } = "";

    /// <summary>How it is kept in the log. What is not ordinary never stands in the sentence of a refusal.</summary>
    public Tier Tier { get; init; } = Tier.Ordinary;

    /// <summary>The verb takes it without the name of an option.</summary>
    public bool IsArgument { get; init; }
}
