using System.Globalization;
using Furrow.Core.Intents;
using Furrow.Core.Log;
using Furrow.Server.Intents;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Pages.Import;
using Furrow.Server.Programmes;

namespace Furrow.Server.Pages.Rows;

/// <summary>What the form over a table says: which column is which field, what stands for every row, and how the table stands in its file.</summary>
internal static class RowsForm
{
    /// <summary>Stands for a column that is left out.</summary>
    public const string Left = "-";

    /// <summary>Who would do it, while it is only tried.</summary>
    public static Func<string?, Guid, Acting> Trying(Visit visit) => (reason, act) => new Acting(visit.Actor, visit.Now, Door.Import, reason, act);

    /// <summary>The fields that a value for every row may be said of: those no column gives, with one value.</summary>
    public static IEnumerable<FieldDescription> Constants(Intent intent, RowsLook look) => intent.Description.Fields
        .Where(f => !f.IsMany && look.Headings.All(h => h.Field?.Name != f.Name));

    public static string NameOf(int heading) => string.Create(CultureInfo.InvariantCulture, $"column-{heading}");

    public static IntentTableOptions Read(IFormCollection form, Intent intent, RowsLook before)
    {
        var reading = TableFields.ReadFile(form, before.Said.Reading);

        // Another sheet or heading row has other columns.
        var isSame = reading.Layer == before.Said.Reading.Layer && TableFields.AreSame(reading, before.Said.Reading);
        var columns = !isSame ? [] : before.Headings.Select((h, i) => (h.Heading, Field: form[NameOf(i)].ToString()))
            .Where(c => c.Field.Length > 0).Select(c => (c.Heading, c.Field == Left ? "" : c.Field)).ToList();
        var said = from field in intent.Description.Fields
                   let text = form[IntentForms.FieldOf(field)].ToString().Trim()
                   where text.Length > 0 && columns.TrueForAll(c => c.Item2 != field.Name)
                   select (field.Name, text);
        return new IntentTableOptions(columns, said.ToDictionary(s => s.Name, s => s.text), reading);
    }
}
