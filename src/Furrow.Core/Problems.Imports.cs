namespace Furrow.Core;

/// <summary>Refusals of imports and of the verbs around them.</summary>
public static partial class Problems
{
    public static Problem PlaceWithoutName(string file, int row, string column) =>
        new("place-without-name", $"A boundary has no name there; say which column holds the names with --place-name.",
            Where: new ProblemPlace(file, row, column));

    public static Problem PlacesWithoutLand(string file) => new("places-without-land", $"The file of boundaries holds no polygon.",
        Where: new ProblemPlace(file));

    public static Problem PlacesMissing(string word) => new("places-missing",
        $"To split by {word}, load boundaries with \"furrow places load\", or name a file of them with --places.");

    public static Problem PlacesUnknown(string named) => new("places-unknown", $"The ledger holds no boundaries called \"{named}\", and there is no such file.", 404);

    public static Problem PlacesFieldMissing(int longest) => new("places-field-missing",
        $"Boundaries are loaded with their name, their source and their version, each in at most {longest} characters.");

    public static Problem PlacesLoadedAlready(string name, string version) =>
        new("places-loaded-already", $"Version {version} of \"{name}\" is in the ledger already; another edition needs another version.", 409);

    public static Problem PortTaken(int port, Phrase why) => new("port-taken", $"Port {port} cannot be used: {why} Name another with --port.", 409);

    public static Problem FileMissing(string path) => new("file-missing", $"There is no such file.", 404, new ProblemPlace(path));

    public static Problem ExportFormatUnknown(string named) =>
        new("export-format-unknown", $"\"{named}\" is not a format Furrow writes: geojson, gpkg, shapefile, kml, csv or xlsx.");

    /// <summary>The rules do not allow a step of an exercise's plan: why, with the status of that.</summary>
    public static Problem ExerciseStepRefused(int step, string kind, Problem why) => new("exercise-step-refused",
        $"Step {step} of the exercise ({kind}): {why}", why.HttpStatus);

    public static Problem AreaUnknown(string code) => new("area-unknown", $"There is no hazardous area \"{code}\".", 404);

    public static Problem CorrectionNotOne(int reports) =>
        new("correction-not-one", $"The file gives {reports} reports; a correction replaces one report by exactly one. To correct many, import a "
            + $"file with a column \"corrects\".");

    public static Problem CorrectionOfAnother(string file, int row, string field, string code, string corrected) =>
        new("correction-of-another", $"The row is of {code}, and is to correct {corrected}. Give the row of the report that is corrected; if its code was wrong, withdraw "
            + $"it and report it anew.", 409, new ProblemPlace(file, row, field));

    public static Problem StatusUnknown(string file, int row, string column, string value, IEnumerable<string> words) =>
        new("status-unknown", $"'{Short(value)}' is not a known word for a status, and its meaning is not guessed. Say in the mapping what it means: "
            + $"{string.Join(", ", words)}.", 400, new ProblemPlace(file, row, column));

    public static Problem KindsUnknown(string file, int row, string column, string value, IEnumerable<string> words) =>
        new("kinds-unknown", $"'{Short(value)}' names no known kinds of contamination, and its meaning is not guessed. Say in the mapping what it means: "
            + $"{string.Join(", ", words)}.", 400, new ProblemPlace(file, row, column));

    /// <summary>The code of a row left out by a word of it.</summary>
    public const string WordLeftOutCode = "word-left-out";

    public static Problem WordLeftOut(string file, int row, string column, string value) =>
        new("word-left-out", $"Rows with '{Short(value)}' are left out, as you said.", 400, new ProblemPlace(file, row, column));

    /// <summary>The code of an import that nobody has confirmed.</summary>
    public const string DictionaryOpenCode = "dictionary-open";

    /// <param name="open">Each entry in words, with semicolons between them.</param>
    public static Problem DictionaryOpen(string file, int count, Phrase open) =>
        new("dictionary-open", $"{count} readings of the file are only proposed, or not known: {open}. Nothing is applied before a person has said what they "
            + $"mean.", 409, new ProblemPlace(file))
        {
            Remedy = "On the page: say each, then \"This is right\". On the command line: the option beside each; --confirm FILE confirms what is proposed and writes "
                + "the mapping for the next time.",
        };

    public static Problem StatusContradicts(string file, int row, string column, string value, Phrase says, Phrase imported) =>
        new("status-contradicts", $"'{Short(value)}' says {says}, but the row would be imported as {imported}. Import it as what it is, say in the mapping what "
            + $"the value means, or that the column is to be left.", 400, new ProblemPlace(file, row, column));

    public static Problem ResultUnknown(string file, int row, string column, string value, Phrase imported) =>
        new("result-unknown", $"'{Short(value)}' is not a known word for a result of the work, and the row would be imported as {imported}. If the work was accepted, say so "
            + $"in the file (\"accepted\"); if the column means something else, say that it is to be left.", 400, new ProblemPlace(file, row, column));

    /// <summary>The code of a row that waits for a person's word on a column nobody reads.</summary>
    public const string ColumnContradictsCode = "column-contradicts";

    public static Problem ColumnContradicts(string file, int row, string column, string value, Phrase imported) =>
        new("column-contradicts", $"The value '{Short(value)}' of this column may contradict the row, which would be imported as {imported}. The row waits "
            + $"until a person decides: correct the file, say that the column is to be left, or take the row as it is.", 422, new ProblemPlace(file, row, column));

    public static Problem EndsDiffer(string file, int row, string read, string first, string column, string second) =>
        new("ends-differ", $"The row gives two end dates of the work: '{read}' says {Short(first)}, and '{column}' says {Short(second)}. Correct the wrong one, or say "
            + $"which column is to be left.", 400, new ProblemPlace(file, row, column));

    public static Problem ColumnsDiffer(string file, int row, string read, string first, string column, string second) =>
        new("columns-differ", $"One heading stands over two columns: '{read}' says {Short(first)}, and '{column}' says {Short(second)}. Correct the wrong one, or say "
            + $"which column is to be left.", 400, new ProblemPlace(file, row, column));

    public static Problem EndElsewhere(string file, int row, string read, string column, string value) =>
        new("end-elsewhere", $"The end date of the work is read from '{read}', which is empty here, while '{column}' says {Short(value)}. Say in the mapping which of "
            + $"the two is meant, or that one is to be left.", 400, new ProblemPlace(file, row, column));

    /// <summary>The code of a column that may be a field nobody reads.</summary>
    public const string ColumnUnclearCode = "column-unclear";

    public static Problem ColumnUnclear(string file, string column, string field) =>
        new("column-unclear", $"The column '{column}' may hold the field {new Word(field)}, but its name does not make that certain. Name it in the mapping, or say there that "
            + $"it is to be left.", 400, new ProblemPlace(file));

    public static Problem ColumnMissing(string file, string field, string column) =>
        new("column-missing", $"The mapping reads the field {new Word(field)} from the column '{column}', but no row has such a column.", 400, new ProblemPlace(file));

    public static Problem ColumnLeft(string file, string column) =>
        new("column-left", $"The column '{column}' is left unread, as you said. It is kept with the reports as it came.", 400, new ProblemPlace(file));
}
