namespace Furrow.Core;

/// <summary>Refusals of what somebody filled in for an intent, whatever the door: the sentence names the field in words, the place by its name.</summary>
public static partial class Problems
{
    public static Problem FieldEmpty(string field, string label) => new("field-empty", $"{new Word(label)}: this field is required.", 400, Field(field));

    public static Problem FieldTooLong(string field, string label, int letters) =>
        new("field-too-long", $"{new Word(label)}: the text has more than {letters} letters.", 400, Field(field));

    public static Problem FieldUnseen(string field, string label) => new("field-unseen",
        $"{new Word(label)}: the text contains an invisible character, or a mark that changes the direction of the text. Type it again.", 400, Field(field));

    public static Problem FieldNotADay(string field, string label, string text) =>
        new("field-not-a-day", $"{new Word(label)}: \"{text}\" is not a date; write it as 2016-12-31.", 400, Field(field));

    public static Problem FieldNotANumber(string field, string label, string text) =>
        new("field-not-a-number", $"{new Word(label)}: \"{text}\" is not a number that can be read in only one way; write it as 1250.5.", 400, Field(field));

    public static Problem FieldNotWhole(string field, string label, string text) =>
        new("field-not-whole", $"{new Word(label)}: \"{text}\" is not a whole number.", 400, Field(field));

    public static Problem FieldTooSmall(string field, string label, string least, string unit) =>
        new("field-too-small", $"{new Word(label)}: the number is smaller than {Measured(least, unit)}.", 400, Field(field));

    public static Problem FieldTooLarge(string field, string label, string most, string unit) =>
        new("field-too-large", $"{new Word(label)}: the number is larger than {Measured(most, unit)}.", 400, Field(field));

    public static Problem FieldNotAChoice(string field, string label, string text, string choices) =>
        new("field-not-a-choice", $"{new Word(label)}: \"{text}\" is not one of the choices: {choices}.", 400, Field(field));

    public static Problem FieldNotYesOrNo(string field, string label, string text) =>
        new("field-not-yes-or-no", $"{new Word(label)}: \"{text}\" is neither yes nor no.", 400, Field(field));

    public static Problem FieldNotAPosition(string field, string label, string text) => new("field-not-a-position",
        $"{new Word(label)}: \"{text}\" is not a position; write latitude and longitude in degrees, as 44.123456, 18.1.", 400, Field(field));

    public static Problem FieldGivenTwice(string field, string label, int most) =>
        new("field-given-twice", $"{new Word(label)}: it is given more than {most} times.", 400, Field(field));

    public static Problem FieldWrongJson(string field, string label, Word expected) =>
        new("field-wrong-json", $"{new Word(label)}: its JSON is not {expected}.", 400, Field(field));

    public static Problem FieldUnknown(string field, string known) =>
        new("field-unknown", $"There is no field \"{Short(field)}\" here. Fields: {known}.", 400, Field(Short(field)));

    public static Problem FieldNamesNothing(string field, string label, string text) =>
        new("field-names-nothing", $"{new Word(label)}: there is nothing that is called \"{text}\".", 404, Field(field));

    public static Problem IntentUnreadable(string intent) =>
        new("intent-unreadable", $"This is no JSON object with the fields of {intent}, each with one plain value.");

    public static Problem IntentGivenTwice(string whole, string option) =>
        new("intent-given-twice", $"{whole} gives all fields: leave out {option}, or give every field by its option.");

    public static Problem IntentOther(string intent) => new("intent-other", $"The JSON is for another intent than {intent}.");

    public static Problem IntentNotATable(string file, string format) =>
        new("intent-not-a-table", $"Rows are taken from a table, CSV or XLSX, and this is {format}.", 400, new(file));

    public static Problem IntentColumnsUnknown(string file, string columns, string fields) => new("intent-columns-unknown",
        $"No field has the name of these columns: {columns}. Say which field each is, or that it is left out. Fields: {fields}.", 400, new(file));

    public static Problem IntentColumnAbsent(string file, string column) => new("intent-column-absent", $"The table has no column '{Short(column)}'.", 400, new(file));

    public static Problem IntentColumnTwice(string file, string one, string other, string label) => new("intent-column-twice",
        $"The columns '{one}' and '{other}' are both {new Word(label)}. Say which of them is left out.", 400, new(file));

    public static Problem IntentColumnMissing(string file, string field, string label) =>
        new("intent-column-missing", $"No column holds {new Word(label)}, which is required.", 400, new(file, null, field));

    public static Problem IntentRowsRefused(string file, int rows) => new("intent-rows-refused",
        $"{rows} rows are refused, so none is written. Correct them, or say that they are to be left out.", 409, new(file));

    public static Problem IntentUnknown(string intent) => new("intent-unknown", $"There is no action called \"{Short(intent)}\" here.", 404);

    private static ProblemPlace Field(string name) => new(null, null, name);

    private static string Measured(string number, string unit) => unit.Length == 0 ? number : $"{number} {unit}";

    /// <summary>Of any register of things with names.</summary>
    public static Problem NameTaken(string name) => new("name-taken", $"Something is called '{name}' already.", 409, new ProblemPlace(null, null, "name"));

    /// <summary>Of any register of things that are closed.</summary>
    public static Problem ClosedAlready(string name) => new("closed-already", $"'{name}' is closed already.", 409);
}
