using Furrow.Core.Keeping;
using Furrow.Core.Programmes;

namespace Furrow.Core.Land;

/// <summary>Numbers for the codes of hazardous areas, in the order they were first named. When two are the same says <see cref="Codes"/>;
/// the one named first is shown.</summary>
public sealed class AreaNames
{
    public static readonly AreaNames Empty = new(PagedIndex.Empty, PagedList<string>.Empty);

    private readonly PagedIndex _numbers;
    private readonly PagedList<string> _codes;

    private AreaNames(PagedIndex numbers, PagedList<string> codes) => (_numbers, _codes) = (numbers, codes);

    public int Count => _codes.Count;

    public string CodeOf(int number) => _codes[number];

    /// <summary>−1 for no code and for a code nobody named yet.</summary>
    public int NumberOf(string? code) => code is not null && _numbers.TryGetValue(KeyOf(code), out var number) ? number : -1;

    /// <summary>With the codes the claims name: their own, those they grew out of, and the others they are known by.</summary>
    public AreaNames With(IEnumerable<LandClaim> claims) => With(Named(claims));

    private static IEnumerable<string> Named(IEnumerable<LandClaim> claims)
    {
        foreach (var claim in claims)
        {
            if (claim.HazardousArea is not { } area)
            {
                continue;
            }

            yield return area;
            foreach (var older in claim.Predecessors)
            {
                yield return older;
            }

            foreach (var alias in claim.Aliases)
            {
                yield return alias;
            }
        }
    }

    private AreaNames With(IEnumerable<string> codes)
    {
        var numbers = _numbers.ToBuilder();
        var added = new List<string>();
        foreach (var code in codes)
        {
            var key = KeyOf(code);
            if (!numbers.TryGetValue(key, out _))
            {
                numbers.Set(key, Count + added.Count);
                added.Add(code.Trim());
            }
        }

        return added.Count == 0 ? this : new AreaNames(numbers.ToIndex(), _codes.With(added));
    }

    /// <summary>Codes in the order of their numbers, with what they are found by.</summary>
    internal IEnumerable<(string Code, IndexKey Key)> Kept => _numbers.Pairs.Select(p => (_codes[p.Value], p.Key));

    /// <summary>What <see cref="Kept"/> gave: nothing is hashed again.</summary>
    internal static AreaNames OfKept(string[] codes, IndexKey[] keys)
    {
        var numbers = PagedIndex.Empty.ToBuilder();
        numbers.Reserve(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            numbers.Set(keys[i], i);
        }

        return new AreaNames(numbers.ToIndex(), PagedList<string>.Empty.With(codes));
    }

    private static IndexKey KeyOf(string code) => IndexKey.Of(Codes.Key(code));
}
