namespace Furrow.Core.Land;

/// <summary>Numbers by key, only ever added to; an older version keeps what it has while newer ones grow. Held as a few tables, each at least twice as
/// large as the next, so that a batch costs what it adds and a single code costs little.</summary>
internal sealed class CodeNumbers
{
    public static readonly CodeNumbers Empty = new([]);

    private readonly Dictionary<string, int>[] _tables;

    private CodeNumbers(Dictionary<string, int>[] tables) => _tables = tables;

    public bool TryGetValue(string key, out int number)
    {
        foreach (var table in _tables)
        {
            if (table.TryGetValue(key, out number))
            {
                return true;
            }
        }

        number = -1;
        return false;
    }

    /// <param name="added">Keys this version does not have. The table must not change afterwards.</param>
    public CodeNumbers With(Dictionary<string, int> added)
    {
        var kept = _tables.Length;
        var count = added.Count;
        while (kept > 0 && _tables[kept - 1].Count < 2 * count)
        {
            count += _tables[--kept].Count;
        }

        if (kept == _tables.Length)
        {
            return new CodeNumbers([.. _tables, added]);
        }

        var merged = new Dictionary<string, int>(count, StringComparer.Ordinal);
        foreach (var (key, number) in _tables[kept..].Append(added).SelectMany(t => t))
        {
            merged.Add(key, number);
        }

        return new CodeNumbers([.. _tables[..kept], merged]);
    }
}
