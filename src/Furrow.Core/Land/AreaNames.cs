using System.Runtime.InteropServices;
using Furrow.Core.Programmes;

namespace Furrow.Core.Land;

/// <summary>Numbers for the codes of hazardous areas, in the order they were first named. When two are the same says <see cref="Codes"/>;
/// the one named first is shown.</summary>
public sealed class AreaNames
{
    public static readonly AreaNames Empty = new(PagedIndex.Empty, PagedList<string>.Empty);

    private readonly PagedIndex _numbers;
    private readonly PagedList<string> _codes;

    /// <summary>Numbers of the codes that were named last, as they were written: whoever names codes asks for their numbers next.</summary>
    private readonly Dictionary<string, int> _last;

    private AreaNames(PagedIndex numbers, PagedList<string> codes, Dictionary<string, int>? last = null) =>
        (_numbers, _codes, _last) = (numbers, codes, last ?? []);

    public int Count => _codes.Count;

    public string CodeOf(int number) => _codes[number];

    /// <summary>−1 for no code and for a code nobody named yet.</summary>
    public int NumberOf(string? code) =>
        code is not null && (_last.TryGetValue(code, out var number) || _numbers.TryGetValue(KeyOf(code), out number)) ? number : -1;

    /// <summary>With the codes the claims name, their own and those they grew out of.</summary>
    public AreaNames With(IEnumerable<LandClaim> claims) => With(claims
        .Where(c => c.HazardousArea is not null)
        .SelectMany(c => c.Predecessors.Count == 0 ? [c.HazardousArea!] : c.Predecessors.Prepend(c.HazardousArea!)));

    internal AreaNames With(IEnumerable<string> codes)
    {
        var numbers = _numbers.ToBuilder();
        var added = new List<string>();
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(named, code, out var isKnown);
            if (isKnown)
            {
                continue;
            }

            var key = KeyOf(code);
            if (!numbers.TryGetValue(key, out number))
            {
                number = Count + added.Count;
                numbers.Set(key, number);
                added.Add(code.Trim());
            }
        }

        return added.Count == 0 ? this : new AreaNames(numbers.ToIndex(), _codes.With(added), named);
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

    /// <summary>The claim with its numbers filled in; its codes must have been named before.</summary>
    internal LandClaim Number(LandClaim claim) => claim is { HazardousArea: null, Predecessors.Count: 0, AreaNumber: -1 } ? claim : claim with
    {
        AreaNumber = NumberOf(claim.HazardousArea),
        PredecessorNumbers = claim.Predecessors.Count == 0 ? [] : [.. claim.Predecessors.Select(NumberOf)],
    };
}
