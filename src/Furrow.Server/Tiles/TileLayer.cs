namespace Furrow.Server.Tiles;

/// <summary>One layer of a vector tile while it is written: features, and the tables of keys and values they name by number.</summary>
internal sealed class TileLayer(string name)
{
    private const int PointType = 1;
    private const int PolygonType = 3;

    private readonly Dictionary<string, int> _keys = [];
    private readonly Dictionary<string, int> _texts = [];
    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<string> _keyList = [];
    private readonly ProtoBuffer _values = new();
    private readonly ProtoBuffer _features = new();
    private readonly ProtoBuffer _feature = new();
    private int _valueCount;
    private int _yes = -1;

    public int FeatureCount { get; private set; }

    public uint Key(string key)
    {
        if (!_keys.TryGetValue(key, out var index))
        {
            index = _keyList.Count;
            _keys.Add(key, index);
            _keyList.Add(key);
        }

        return (uint)index;
    }

    public uint Text(ReadOnlySpan<char> text)
    {
        var lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var index))
        {
            index = _valueCount++;
            var own = text.ToString();
            _texts.Add(own, index);
            _feature.Clear();
            _feature.Field(1, own);
            _values.Field(4, _feature.Written);
        }

        return (uint)index;
    }

    public uint Number(long number)
    {
        if (!_numbers.TryGetValue(number, out var index))
        {
            index = _valueCount++;
            _numbers.Add(number, index);
            _feature.Clear();
            _feature.Varint(6 << 3);
            _feature.Varint64(unchecked((ulong)((number << 1) ^ (number >> 63))));
            _values.Field(4, _feature.Written);
        }

        return (uint)index;
    }

    public uint Yes()
    {
        if (_yes < 0)
        {
            _yes = _valueCount++;
            _feature.Clear();
            _feature.Field(7, 1);
            _values.Field(4, _feature.Written);
        }

        return (uint)_yes;
    }

    /// <param name="tags">Pairs of key and value numbers.</param>
    public void AddPolygon(ReadOnlySpan<uint> tags, ProtoBuffer commands) => Add(tags, commands, PolygonType);

    public void AddPoint(ReadOnlySpan<uint> tags, ProtoBuffer commands) => Add(tags, commands, PointType);

    /// <summary>Adds the layer to a tile; a layer without features is left out, as the specification asks.</summary>
    public void WriteTo(ProtoBuffer tile)
    {
        if (FeatureCount == 0)
        {
            return;
        }

        var layer = new ProtoBuffer();
        layer.Field(15, 2);
        layer.Field(1, name);
        layer.Raw(_features.Written);
        foreach (var key in _keyList)
        {
            layer.Field(3, key);
        }

        layer.Raw(_values.Written);
        layer.Field(5, TileFrame.Extent);
        tile.Field(3, layer.Written);
    }

    private void Add(ReadOnlySpan<uint> tags, ProtoBuffer commands, uint type)
    {
        _feature.Clear();
        _feature.Packed(2, tags);
        _feature.Field(3, type);
        _feature.Field(4, commands.Written);
        _features.Field(2, _feature.Written);
        FeatureCount++;
    }
}
