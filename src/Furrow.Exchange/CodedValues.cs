namespace Furrow.Exchange;

/// <summary>Columns in which a layer keeps codes, and what it says that each of them means: 2 is "Cleared". The meaning is what the sender sees, and is read;
/// a code without one stays as it is.</summary>
internal sealed class CodedValues
{
    /// <summary>Codes remembered of a layer.</summary>
    public const int Most = 100_000;

    public static readonly CodedValues None = new();

    private readonly Dictionary<string, Dictionary<string, string>> _columns = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    public void Add(string column, string code, string meaning)
    {
        if (meaning.Length > 0 && _count++ < Most)
        {
            var codes = _columns.TryGetValue(column, out var known) ? known : _columns[column] = [];
            codes.TryAdd(code, meaning);
        }
    }

    /// <summary>Null where the column has no codes, or this is none of them.</summary>
    public string? Meaning(string? column, string? code) => _columns.Count > 0 && column is not null && code is not null
        && _columns.TryGetValue(column, out var codes) && codes.TryGetValue(code, out var meaning) ? meaning : null;
}
