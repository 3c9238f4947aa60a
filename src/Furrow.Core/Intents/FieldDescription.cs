using Furrow.Core.Log;

namespace Furrow.Core.Intents;

/// <summary>One field of an intent. From it come the input of a form, the option of a verb, the property of the JSON and the column of a table.</summary>
public sealed record FieldDescription
{
    private const int LongestText = 4_000;
    private const int LongestLine = 240;
    private const int LongestCode = 64;
    private const int Echoed = 60;

    /// <summary>As it stands in JSON: "validUntil".</summary>
    public required string Name { get; init; }

    /// <summary>What people call it, in English: problems say it, and pages say it in their own language.</summary>
    public required string Label { get; init; }

    public required FieldKind Kind { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>May be given several times.</summary>
    public bool IsMany { get; init; }

    /// <summary>A number without decimals.</summary>
    public bool IsWhole { get; init; }

    public bool IsArgument { get; init; }

    public bool HasLines { get; init; }

    public int Longest { get; init; }

    public string Unit { get; init; } = "";

    public decimal? Least { get; init; }

    public decimal? Most { get; init; }

    /// <summary>The words a choice takes.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Which things an object is one of.</summary>
    public string Of { get; init; } = "";

    public Tier Tier { get; init; }

    /// <summary>What it is when nobody says; null: nothing.</summary>
    public string? Default { get; init; }

    /// <summary>Why somebody does it: every intent has it, the act keeps it.</summary>
    public static FieldDescription Reason(string label) =>
        new() { Name = IntentDescription.ReasonName, Label = label, Kind = FieldKind.Text, HasLines = true, Longest = LongestText, Tier = Tier.Restricted };

    /// <summary>Most letters, when the field itself does not say.</summary>
    public static int LongestOf(FieldKind kind, bool hasLines) => kind switch
    {
        FieldKind.Text => hasLines ? LongestText : LongestLine,
        FieldKind.Code => LongestCode,
        _ => LongestLine,
    };

    /// <summary>What somebody typed, as a sentence may repeat it: short, and not at all where it is not for everybody.</summary>
    internal string Echo(string text) => Tier != Tier.Ordinary ? "…" : text.Length > Echoed ? text[..Echoed] + "…" : text;
}
