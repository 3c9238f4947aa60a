using Furrow.Core.Keeping;

namespace Furrow.Core.Log;

/// <summary>Acts within one section of a snapshot: each whole where it first stands, by its number from then on. One for writing, one for reading.</summary>
internal sealed class ActSnapshot
{
    private readonly Dictionary<Guid, int> _written = [];
    private readonly List<Act> _read = [];

    public void Write(ByteWriter to, Act act)
    {
        var known = _written.TryGetValue(act.Id, out var number);
        to.Put(known ? number : 0);
        if (!known)
        {
            _written.Add(act.Id, _written.Count + 1);
            FactSnapshot.Write(to, act);
        }
    }

    /// <summary><see cref="FormatException"/> for the number of an act that does not stand before.</summary>
    public Act Read(ByteReader from)
    {
        var number = from.Int();
        if (number == 0)
        {
            _read.Add(FactSnapshot.Read<Act>(from));
            return _read[^1];
        }

        return number > 0 && number <= _read.Count ? _read[number - 1] : throw new FormatException("A snapshot names an act it does not hold.");
    }

    public static void WriteTime(ByteWriter to, DateTimeOffset committedAt) => to.Put(committedAt.ToUnixTimeMilliseconds());

    public static DateTimeOffset ReadTime(ByteReader from) => from.Long() is var time and >= 0 && time <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        ? DateTimeOffset.FromUnixTimeMilliseconds(time) : throw new FormatException("A time that no clock shows.");
}
