namespace Furrow.Core.Land;

/// <summary>Labels of edges: for each claim, by how much its winding is higher on the left of the edge than on the right.
/// A label of one claim and ±1, the common case, is stored once.</summary>
internal sealed class LabelTable
{
    private readonly List<(int Claim, int Change)> _entries = [];
    private readonly List<int> _starts = [0];

    /// <summary>Number of the label of claim c and change ±1, plus one: the common case, without a dictionary.</summary>
    private int[] _ones = [];
    private int _used;
    private readonly Dictionary<long, int> _singles = [];

    public void Clear()
    {
        _entries.Clear();
        _starts.Clear();
        _starts.Add(0);
        _singles.Clear();
        Array.Clear(_ones, 0, _used);
        _used = 0;
    }

    public ReadOnlySpan<(int Claim, int Change)> Of(int label) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries)[_starts[label].._starts[label + 1]];

    /// <summary>Entries may repeat a claim and come in any order; changes of one claim are summed. −1 when nothing is left.</summary>
    /// <param name="keepsCancelled">Changes of a claim that sum to nothing are kept: its line runs there, though there and back.</param>
    public int Add(Span<(int Claim, int Change)> entries, bool keepsCancelled = false)
    {
        if (entries.Length == 1)
        {
            return Single(entries[0].Claim, entries[0].Change);
        }

        entries.Sort(static (p, q) => p.Claim.CompareTo(q.Claim));
        var count = 0;
        for (var i = 0; i < entries.Length;)
        {
            var claim = entries[i].Claim;
            var change = 0;
            for (; i < entries.Length && entries[i].Claim == claim; i++)
            {
                change += entries[i].Change;
            }

            if (change != 0 || keepsCancelled)
            {
                entries[count++] = (claim, change);
            }
        }

        if (count < 2)
        {
            return count == 0 ? -1 : Single(entries[0].Claim, entries[0].Change);
        }

        foreach (var entry in entries[..count])
        {
            _entries.Add(entry);
        }

        _starts.Add(_entries.Count);
        return _starts.Count - 2;
    }

    /// <summary>The label of one claim whose winding changes by so much.</summary>
    public int Single(int claim, int change)
    {
        if (change is not (1 or -1) || claim >= 4096)
        {
            return Rare((claim, change));
        }

        var slot = 2 * claim + (change > 0 ? 1 : 0);
        if (slot >= _ones.Length)
        {
            Array.Resize(ref _ones, 2 * slot + 64);
        }

        if (_ones[slot] == 0)
        {
            _used = Math.Max(_used, slot + 1);
            _entries.Add((claim, change));
            _starts.Add(_entries.Count);
            _ones[slot] = _starts.Count - 1;
        }

        return _ones[slot] - 1;
    }

    private int Rare((int Claim, int Change) entry)
    {
        var key = ((long)entry.Claim << 32) ^ unchecked((uint)entry.Change);
        if (!_singles.TryGetValue(key, out var label))
        {
            _entries.Add(entry);
            _starts.Add(_entries.Count);
            label = _starts.Count - 2;
            _singles.Add(key, label);
        }

        return label;
    }
}
