namespace Furrow.Core.Keeping;

/// <summary>What a node is asked: how many rows fit, and which.</summary>
internal sealed partial class CountedNode
{
    public int CountOf(RowMatch match, Steps steps)
    {
        steps.Add();
        if (match.IsAll)
        {
            return Count;
        }

        if (match.Mark is { } mark)
        {
            return _marks.CountOf(mark);
        }

        var count = 0;
        foreach (var (group, rows) in _groups)
        {
            count += match.HasGroup(group) ? rows : 0;
        }

        steps.Add(_groups.Length);
        return count;
    }

    public IEnumerable<int> From(int skip, RowMatch match, bool backwards, Steps steps)
    {
        for (var i = 0; i < Children.Length; i++)
        {
            var child = Children[backwards ? Children.Length - 1 - i : i];
            var count = child.CountOf(match, steps);
            if (count <= skip)
            {
                skip -= count;
                continue;
            }

            foreach (var row in child.From(skip, match, backwards, steps))
            {
                yield return row;
            }

            skip = 0;
        }

        for (var i = 0; i < _rows.Length; i++)
        {
            var at = backwards ? _rows.Length - 1 - i : i;
            steps.Add();
            if (match.Has(_rows[at]) && skip-- <= 0)
            {
                yield return _rows[at];
            }
        }
    }

    /// <summary>How many rows come before a place in the order.</summary>
    /// <param name="isBefore">True for all rows before the place, and for none behind it.</param>
    public int CountBefore(Func<int, bool> isBefore, Steps steps)
    {
        if (Children.Length == 0)
        {
            int low = 0, high = _rows.Length;
            while (low < high)
            {
                steps.Add();
                var middle = (low + high) / 2;
                (low, high) = isBefore(_rows[middle]) ? (middle + 1, high) : (low, middle);
            }

            return low;
        }

        var (count, child) = (0, 0);
        while (child + 1 < Children.Length && isBefore(Children[child + 1].First))
        {
            steps.Add();
            count += Children[child++].Count;
        }

        return count + Children[child].CountBefore(isBefore, steps);
    }
}
