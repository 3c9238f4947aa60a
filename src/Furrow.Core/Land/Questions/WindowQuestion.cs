namespace Furrow.Core.Land.Questions;

/// <summary>The land of a window as features: faces of a cell dissolved by equal status history, so that a date can be chosen in the browser.</summary>
internal static class WindowQuestion
{
    public static IEnumerable<LandFeature> Answer(LandLedger known, GridBox box)
    {
        foreach (var (row, _, span) in Spans.Within(known, box))
        {
            for (var column = span.From; column <= span.To; column++)
            {
                var cell = new CellId(column, row);
                if (cell.Box.Intersects(box))
                {
                    foreach (var feature in Cell(known, cell, span.Content))
                    {
                        yield return feature;
                    }
                }
            }
        }
    }

    public static List<LandFeature> Cell(LandLedger known, CellId cell, CellContent content)
    {
        var groups = new Groups(known);
        foreach (var part in known.Split.PartsOf(Array.FindAll(content.Claims, c => known.Counts(c.Claim))).Parts)
        {
            var arranger = CellArranger.OfThisThread;
            var edges = arranger.Arrange(part);
            var areas = arranger.AreasOf(edges, cell.Row, part.X, part.Y);
            var members = new int[areas.Length];
            for (var cover = 1; cover < areas.Length; cover++)
            {
                members[cover] = groups.GroupOf(part.ClaimsOf(arranger.Covers, cover), areas[cover]);
            }

            foreach (ref readonly var edge in edges)
            {
                var (left, right) = (members[edge.Left], members[edge.Right]);
                if (left != right)
                {
                    groups.Add(left, part, cell, edge, landIsLeft: true);
                    groups.Add(right, part, cell, edge, landIsLeft: false);
                }
            }
        }

        return groups.Features(cell);
    }

    /// <summary>Covers by history; group 0 is land without any.</summary>
    private sealed class Groups(LandLedger known)
    {
        private readonly FaceStatus _faces = new(known);
        private readonly List<IReadOnlyList<StatusHistory>> _histories = [[]];
        private readonly List<long> _areas = [0];
        private readonly List<SortedSet<int>> _claims = [[]];
        private readonly List<RingBuilder> _rings = [new()];
        private readonly List<FrameLines> _lines = [new()];
        private readonly Dictionary<string, int> _numbers = [];

        public int GroupOf(int[] claims, long area)
        {
            var histories = claims.Length == 0 ? [] : _faces.Histories(claims);
            if (histories.Count == 0)
            {
                return 0;
            }

            var key = string.Join('|', histories.Select(h => $"{(int)h.Kinds}:{string.Join(';', h.Since.Select(s => $"{s.Day},{(int)s.Status}"))}"));
            if (!_numbers.TryGetValue(key, out var number))
            {
                number = _histories.Count;
                _numbers.Add(key, number);
                _histories.Add(histories);
                _areas.Add(0);
                _claims.Add([]);
                _rings.Add(new RingBuilder());
                _lines.Add(new FrameLines());
            }

            _areas[number] += area;
            _claims[number].UnionWith(claims);
            return number;
        }

        public void Add(int group, CellPart part, CellId cell, in Edge edge, bool landIsLeft)
        {
            if (group > 0)
            {
                // Lines between the parts of a crowded cell vanish; the frame of a cell stays, for features end there.
                Dissolve.Add(part.CornerIn(cell), part.Side, edge, landIsLeft, _rings[group], _lines[group]);
            }
        }

        public List<LandFeature> Features(CellId cell)
        {
            var features = new List<LandFeature>();
            for (var g = 1; g < _histories.Count; g++)
            {
                _lines[g].Flush(_rings[g]);
                var shape = _rings[g].Build();
                if (!shape.IsEmpty)
                {
                    features.Add(new LandFeature(cell, _histories[g], shape, _areas[g], [.. _claims[g]]));
                }
            }

            return features;
        }
    }
}
