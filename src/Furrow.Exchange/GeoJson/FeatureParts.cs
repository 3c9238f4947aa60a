using System.Buffers;
using System.Collections.Concurrent;
using Furrow.Core;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.GeoJson;

/// <summary>A feature found in the file, not yet looked into.</summary>
/// <param name="Row">From 1; 0 is no feature.</param>
/// <param name="Value">Its JSON, sound; good until the next feature is asked for.</param>
/// <param name="Broken">Why it is not sound JSON, or null.</param>
/// <param name="Esri">What the set around it says in the way of Esri JSON.</param>
internal readonly record struct RawFeature(int Row, ReadOnlyMemory<byte> Value, CoordinateSystem Crs, Problem? Broken, EsriSet? Esri = null);

/// <summary>Reads features on all processors: they are copied together into parts, a few parts are read ahead, and the rows come out in order. What is held
/// at once is bounded by the size of the parts and their number, whatever the file holds.</summary>
internal sealed class FeatureParts(string file, ReadLimits limits, StatedSystem stated)
{
    private const int PartBytes = 1 << 16;
    private const int PartFeatures = 512;

    private static readonly int Ahead = Environment.ProcessorCount + 1;

    /// <summary>Readers keep buffers and remembered names: one for each part being read.</summary>
    private readonly ConcurrentBag<GeoJsonFeature> _readers = [];

    public IEnumerable<InputRow> Read(IEnumerable<RawFeature> features)
    {
        var parts = new Queue<Task<InputRow[]>>();
        var part = new Part();
        foreach (var feature in features)
        {
            if (feature.Value.Length > PartBytes)
            {
                // As large as a part: read where it lies, without a copy.
                parts.Enqueue(Start(part));
                parts.Enqueue(Task.FromResult<InputRow[]>([Row(feature)]));
                part = new Part();
            }
            else if (!part.TryAdd(feature))
            {
                parts.Enqueue(Start(part));
                part = new Part();
                part.TryAdd(feature);
            }

            while (parts.Count > Ahead)
            {
                foreach (var row in parts.Dequeue().GetAwaiter().GetResult())
                {
                    yield return row;
                }
            }
        }

        parts.Enqueue(Start(part));
        foreach (var waiting in parts)
        {
            foreach (var row in waiting.GetAwaiter().GetResult())
            {
                yield return row;
            }
        }
    }

    private Task<InputRow[]> Start(Part part) => Task.Run(() =>
    {
        var reader = _readers.TryTake(out var kept) ? kept : new GeoJsonFeature(file, limits, stated);
        var rows = part.Read(feature => Row(reader, feature));
        _readers.Add(reader);
        return rows;
    });

    private InputRow Row(RawFeature feature)
    {
        var reader = _readers.TryTake(out var kept) ? kept : new GeoJsonFeature(file, limits, stated);
        var row = Row(reader, feature);
        _readers.Add(reader);
        return row;
    }

    private InputRow Row(GeoJsonFeature reader, RawFeature feature) => feature.Broken is { } broken
        ? new InputRow { File = file, Row = feature.Row, Problem = broken }
        : reader.Read(feature.Value.Span, feature.Row, feature.Crs, feature.Esri ?? EsriSet.None);

    /// <summary>Some features with their bytes.</summary>
    private sealed class Part
    {
        private readonly List<RawFeature> _features = [];
        private byte[] _bytes = [];
        private int _used;

        /// <summary>Copies the feature; false when the part is full.</summary>
        public bool TryAdd(RawFeature feature)
        {
            if (_features.Count == PartFeatures || _used + feature.Value.Length > PartBytes)
            {
                return false;
            }

            _bytes = _bytes.Length == 0 ? ArrayPool<byte>.Shared.Rent(PartBytes) : _bytes;
            var copy = _bytes.AsMemory(_used, feature.Value.Length);
            feature.Value.CopyTo(copy);
            _features.Add(feature with { Value = copy });
            _used += copy.Length;
            return true;
        }

        /// <summary>Once: the bytes go back after it.</summary>
        public InputRow[] Read(Func<RawFeature, InputRow> row)
        {
            var rows = new InputRow[_features.Count];
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = row(_features[i]);
            }

            if (_bytes.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = [];
            }

            return rows;
        }
    }
}
