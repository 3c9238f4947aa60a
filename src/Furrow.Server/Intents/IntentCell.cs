using System.Globalization;
using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Core.Reports;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Languages;

namespace Furrow.Server.Intents;

/// <summary>A cell as people fill it in, in the one text the reader of fields takes. What can be read in two ways is refused.</summary>
internal static class IntentCell
{
    /// <summary>Between several values in one cell.</summary>
    private static readonly char[] Between = [';', '\n'];

    /// <param name="cell">Not blank.</param>
    public static Outcome<IReadOnlyList<string>> Read(Intent intent, FieldDescription field, InputField cell)
    {
        var texts = field.IsMany ? cell.Value!.Split(Between).Where(v => !Codes.IsBlank(v)) : [cell.Value!];
        var read = texts.Select(t => Read(intent, field, TextRules.Trim(t), cell.IsNumber && !field.IsMany)).ToList();
        return read.Find(r => r.IsRefused).Problem is { } wrong ? wrong : read.ConvertAll(r => r.Value!);
    }

    private static Outcome<string> Read(Intent intent, FieldDescription field, string text, bool isNumber) => field.Kind switch
    {
        FieldKind.Day => DateText.Parse(text, DateOrder.Unstated, ends: false) is { Precision: DatePrecision.Day } date ? IsoDay.Text(date.Day) : text,
        FieldKind.Number => Number(field, text, isNumber),
        FieldKind.YesNo => Word(intent, field, [FieldReader.Yes, FieldReader.No], text) ?? (Codes.AreSame(text, "true") ? FieldReader.Yes
            : Codes.AreSame(text, "false") ? FieldReader.No : text),
        FieldKind.Choice => Word(intent, field, field.Choices, text) ?? text,
        _ => text,
    };

    /// <summary>A number the format itself holds has a decimal point; one that was typed is read as in any file.</summary>
    private static Outcome<string> Number(FieldDescription field, string text, bool isNumber)
    {
        if (isNumber)
        {
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var held) ? held.ToString(CultureInfo.InvariantCulture) : text;
        }

        var digits = field.Unit.Length > 0 && text.EndsWith(field.Unit, StringComparison.Ordinal) ? text[..^field.Unit.Length].TrimEnd() : text;
        return NumberText.Parse(digits, null, FieldType.Text, null) is { } number && Math.Abs(number) < 1e15
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : FieldReader.NotANumber(field, text);
    }

    /// <summary>The word of a choice, or what it is called in one of the languages; null when it is none, or could be two.</summary>
    private static string? Word(Intent intent, FieldDescription field, IReadOnlyList<string> choices, string text)
    {
        var found = choices.Where(c => LanguageList.All.Select(l => intent.Words.Choice(l.Code, field, c)).Append(c).Any(w => Codes.AreSame(w, text))).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
