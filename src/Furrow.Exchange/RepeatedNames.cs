using System.Globalization;

namespace Furrow.Exchange;

/// <summary>Names that stand twice in one row of a file, as headings and keys may. The second gets a number, as in tables: "Area (2)". What it says is not
/// lost, and never taken for what the first one says.</summary>
internal sealed class RepeatedNames
{
    private readonly List<string> _before = [];
    private readonly HashSet<string> _seen = [];

    /// <summary>Gives the fields from a place on names that differ; one that says the same once more is left out. Rows that have the names of the row before
    /// are not looked at closely.</summary>
    public void Part(List<InputField> fields, int from)
    {
        var count = fields.Count - from;
        var isAlike = _before.Count == count;
        for (var i = 0; isAlike && i < count; i++)
        {
            isAlike = _before[i] == fields[from + i].Name;
        }

        if (isAlike)
        {
            return;
        }

        _seen.Clear();
        for (var i = from; i < fields.Count; i++)
        {
            var (name, value) = (fields[i].Name, fields[i].Value);
            if (_seen.Add(name))
            {
                continue;
            }

            if (fields.FindIndex(from, f => f.Name == name && f.Value == value) < i)
            {
                fields.RemoveAt(i--);
                continue;
            }

            var number = 2;
            string Numbered() => string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
            while (!_seen.Add(Numbered()))
            {
                number++;
            }

            fields[i] = fields[i] with { Name = Numbered() };
        }

        _before.Clear();
        if (_seen.Count == count)
        {
            _before.AddRange(fields.Skip(from).Select(f => f.Name));
        }
    }

    /// <summary>The name without its number, and whether it has one.</summary>
    public static (string Name, bool IsAgain) Bare(string name) =>
        name is [.., ')'] && name.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at
            && Core.PlainNumber.Whole(name.AsSpan(at + 2, name.Length - at - 3)) > 1
            ? (name[..at], true) : (name, false);
}
