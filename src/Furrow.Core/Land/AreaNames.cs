namespace Furrow.Core.Land;

/// <summary>Numbers for the codes of hazardous areas, in the order they were first named. When two are the same says <see cref="Codes"/>;
/// the one named first is shown.</summary>
public sealed class AreaNames
{
    public static readonly AreaNames Empty = new(CodeNumbers.Empty, PagedList<string>.Empty);

    private readonly CodeNumbers _numbers;
    private readonly PagedList<string> _codes;

    private AreaNames(CodeNumbers numbers, PagedList<string> codes) => (_numbers, _codes) = (numbers, codes);

    public int Count => _codes.Count;

    public string CodeOf(int number) => _codes[number];

    /// <summary>−1 for no code and for a code nobody named yet.</summary>
    public int NumberOf(string? code) => code is not null && _numbers.TryGetValue(Codes.Key(code), out var number) ? number : -1;

    /// <summary>With the codes the claims name, their own and those they grew out of.</summary>
    public AreaNames With(IEnumerable<LandClaim> claims) => With(claims
        .Where(c => c.HazardousArea is not null)
        .SelectMany(c => c.Predecessors.Count == 0 ? [c.HazardousArea!] : c.Predecessors.Prepend(c.HazardousArea!)));

    internal AreaNames With(IEnumerable<string> codes)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var added = new List<string>();
        foreach (var code in codes)
        {
            var key = Codes.Key(code);
            if (!_numbers.TryGetValue(key, out _) && numbers.TryAdd(key, Count + added.Count))
            {
                added.Add(code.Trim());
            }
        }

        return added.Count == 0 ? this : new AreaNames(_numbers.With(numbers), _codes.With(added));
    }

    /// <summary>The claim with its numbers filled in; its codes must have been named before.</summary>
    internal LandClaim Number(LandClaim claim) => claim is { HazardousArea: null, Predecessors.Count: 0, AreaNumber: -1 } ? claim : claim with
    {
        AreaNumber = NumberOf(claim.HazardousArea),
        PredecessorNumbers = claim.Predecessors.Count == 0 ? [] : [.. claim.Predecessors.Select(NumberOf)],
    };
}
