using System.Collections.Immutable;

namespace Furrow.Core.Land;

/// <summary>Numbers for the codes of hazardous areas, in the order they were first named, with their lineage. Codes are the same but for case and blanks at the ends.</summary>
public sealed class AreaNames
{
    public static readonly AreaNames Empty = new(ImmutableDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase), ImmutableList<string>.Empty,
        ImmutableDictionary<int, ImmutableArray<int>>.Empty);

    private readonly ImmutableDictionary<string, int> _numbers;
    private readonly ImmutableList<string> _codes;
    private readonly ImmutableDictionary<int, ImmutableArray<int>> _predecessors;

    private AreaNames(ImmutableDictionary<string, int> numbers, ImmutableList<string> codes, ImmutableDictionary<int, ImmutableArray<int>> predecessors) =>
        (_numbers, _codes, _predecessors) = (numbers, codes, predecessors);

    public int Count => _codes.Count;

    public string CodeOf(int number) => _codes[number];

    /// <summary>−1 for no code and for a code nobody named yet.</summary>
    public int NumberOf(string? code) => code is not null && _numbers.TryGetValue(code.Trim(), out var number) ? number : -1;

    /// <summary>The claim with its numbers filled in; its codes must have been named before.</summary>
    internal LandClaim Number(LandClaim claim) => claim with
    {
        AreaNumber = NumberOf(claim.HazardousArea),
        PredecessorNumbers = claim.Predecessors.Count == 0 ? [] : [.. claim.Predecessors.Select(NumberOf)],
    };

    public IReadOnlyList<int> PredecessorsOf(int number) => _predecessors.TryGetValue(number, out var list) ? list : [];

    public AreaNames With(IEnumerable<LandClaim> claims)
    {
        var numbers = _numbers.ToBuilder();
        var codes = _codes.ToBuilder();
        var predecessors = _predecessors.ToBuilder();
        foreach (var claim in claims)
        {
            if (claim.HazardousArea is not { } code)
            {
                continue;
            }

            var number = Name(code);
            foreach (var older in claim.Predecessors)
            {
                var known = predecessors.TryGetValue(number, out var list) ? list : [];
                if (Name(older) is var o && o != number && !known.Contains(o))
                {
                    predecessors[number] = known.Add(o);
                }
            }
        }

        return new AreaNames(numbers.ToImmutable(), codes.ToImmutable(), predecessors.ToImmutable());

        int Name(string code)
        {
            code = code.Trim();
            if (!numbers.TryGetValue(code, out var number))
            {
                number = codes.Count;
                codes.Add(code);
                numbers.Add(code, number);
            }

            return number;
        }
    }
}
