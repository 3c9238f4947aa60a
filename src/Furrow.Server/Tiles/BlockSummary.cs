using Furrow.Core.Land;
using Furrow.Core.Land.Questions;

namespace Furrow.Server.Tiles;

/// <summary>What a block of cells holds, for maps too small to show polygons: for each kind the most restrictive status of any land in it, dated, and its
/// m² by overall status now. Summaries add up: a block is the sum of its quarters.</summary>
internal sealed class BlockSummary
{
    private static readonly KindSet[] Columns = [.. Kinds.Names.Select(n => n.Kind), KindSet.Overall, KindSet.Custody];

    private readonly StatusHistory?[] _histories = new StatusHistory?[Columns.Length];

    /// <summary>Overall status → area in 1e-6 m², as of the last date.</summary>
    public SortedDictionary<LandStatus, long> AreaMicro { get; } = [];

    public IEnumerable<StatusHistory> Histories => _histories.OfType<StatusHistory>();

    public void Add(LandFeature feature)
    {
        foreach (var history in feature.Histories)
        {
            for (var i = 0; i < Columns.Length; i++)
            {
                if ((history.Kinds & Columns[i]) != 0)
                {
                    _histories[i] = MostRestrictive(Columns[i], _histories[i], history);
                }
            }

            if ((history.Kinds & KindSet.Overall) != 0 && history.Since.Count > 0)
            {
                AddArea(history.Since[^1].Status, feature.AreaMicro);
            }
        }
    }

    public void Add(BlockSummary other)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            if (other._histories[i] is { } history)
            {
                _histories[i] = MostRestrictive(Columns[i], _histories[i], history);
            }
        }

        foreach (var (status, area) in other.AreaMicro)
        {
            AddArea(status, area);
        }
    }

    private void AddArea(LandStatus status, long areaMicro) => AreaMicro[status] = AreaMicro.GetValueOrDefault(status) + areaMicro;

    private static StatusHistory MostRestrictive(KindSet kind, StatusHistory? first, StatusHistory second)
    {
        if (first is null)
        {
            return new StatusHistory(kind, second.Since);
        }

        var merged = new List<StatusSince>();
        int i = 0, j = 0;
        LandStatus a = LandStatus.Unrecorded, b = LandStatus.Unrecorded;
        while (i < first.Since.Count || j < second.Since.Count)
        {
            var day = Math.Min(i < first.Since.Count ? first.Since[i].Day : int.MaxValue, j < second.Since.Count ? second.Since[j].Day : int.MaxValue);
            for (; i < first.Since.Count && first.Since[i].Day == day; i++)
            {
                a = first.Since[i].Status;
            }

            for (; j < second.Since.Count && second.Since[j].Day == day; j++)
            {
                b = second.Since[j].Status;
            }

            var status = Statuses.Restriction(a) >= Statuses.Restriction(b) ? a : b;
            if (merged.Count == 0 ? status != LandStatus.Unrecorded : merged[^1].Status != status)
            {
                merged.Add(new StatusSince(day, status, -1, Heading.Move));
            }
        }

        return new StatusHistory(kind, merged);
    }
}
