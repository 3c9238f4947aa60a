using System.Security.Cryptography;
using System.Text;
using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Furrow.Core.Privacy;
using Furrow.Store;

namespace Furrow.Server.Programmes;

/// <summary>Who has a name or a service code. It holds none of them, only keyed hashes under a key that this process draws and never writes down: what was read
/// from the log once is found again without reading it, and what is erased is nowhere here.</summary>
/// <param name="log">Where names stand; null before there is one.</param>
public sealed class PersonNames(ILog? log) : IPersonNames
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, List<Guid>> _byName = [];

    /// <summary>So many of the first names and codes are known here and stand in the log: they need not be looked at again.</summary>
    private int _upTo;

    /// <summary>Something they were called was erased: what is left is looked at again.</summary>
    private readonly HashSet<Guid> _again = [];

    /// <summary>The person of this name, compared as codes are; who was registered first when several have it. Null when nobody has: a name that was erased
    /// finds nobody. Names that were not read yet are read now, all in one go.</summary>
    /// <param name="people">Whom to choose among.</param>
    public Guid? Find(People people, string name) => All(people, name) is [var first, ..] ? first : null;

    public IReadOnlyList<Guid> All(People people, string name)
    {
        lock (_gate)
        {
            ReadNew(people);
            return _byName.TryGetValue(HashOf(name), out var ids)
                ? [.. ids.Select(people.Find).OfType<Person>().Where(p => !p.IsWithdrawn).OrderBy(p => p.Name.Place?.Position ?? 0).Select(p => p.Id)] : [];
        }
    }

    /// <summary>Somebody is about to be registered; should that be refused, nobody is found by it.</summary>
    public void Note(Guid person, string name)
    {
        lock (_gate)
        {
            Add(person, HashOf(name));
        }
    }

    /// <summary>The name or the code was erased.</summary>
    public void Forget(Guid person)
    {
        lock (_gate)
        {
            foreach (var ids in _byName.Values)
            {
                ids.Remove(person);
            }

            _again.Add(person);
        }
    }

    public bool IsIn(string text, Person person) => person.Name.Place is { } place && place.Position <= log?.Head.Position
        && log.Find(place.Position) is { } entry && entry.ContentOf(place.Tier) is not null
        && new NameWords(((Sealed)entry.Open(person.Name)).Text).AreIn(text);

    private void ReadNew(People people)
    {
        if (log is null || (_upTo >= people.Called.Count && _again.Count == 0))
        {
            return;
        }

        var written = people.Called.Skip(_upTo).TakeWhile(c => c.Text.Place?.Position <= log.Head.Position).ToList();
        var unread = (_again.Count == 0 ? written : written.Union(people.Called.Take(_upTo).Where(c => _again.Contains(c.Person))))
            .ToDictionary(c => c.Text.Place!.Value.Position);
        foreach (var (person, hash) in log.ReadAt([.. unread.Keys.Order()]).AsParallel().Select(entry => HashIn(entry, unread[entry.Position])))
        {
            Add(person, hash);
        }

        _upTo += written.Count;
        _again.Clear();
    }

    /// <summary>Null when the name is not to be had.</summary>
    private (Guid Person, UInt128? Hash) HashIn(Entry entry, (Guid Person, Sealed Text) called) => (called.Person, entry.ContentOf(Tier.Personal) is { } content
        ? HashOf(((Sealed)SealedParts.Opened(called.Text, content, entry.Position)).Text) : null);

    private void Add(Guid person, UInt128? name)
    {
        if (name is { } hash && !(_byName.TryGetValue(hash, out var ids) ? ids : _byName[hash] = []).Contains(person))
        {
            _byName[hash].Add(person);
        }
    }

    private UInt128 HashOf(string name)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(Codes.Key(name)), hash);
        return BitConverter.ToUInt128(hash);
    }
}
