namespace Furrow.Exchange.Mappings;

/// <summary>What values were read as. Columns repeat few values; one of which every value is new must not fill the memory.</summary>
internal sealed class RememberedValues
{
    private const int MostOfOne = 2_000;

    private readonly Dictionary<object, object> _ofRule = new(ReferenceEqualityComparer.Instance);

    /// <summary>What the value of a field was read as, from memory where it was met before.</summary>
    public T? Of<T>(FieldRule rule, string value, Func<string, T?> parse)
        where T : struct
    {
        if (!_ofRule.TryGetValue(rule, out var known))
        {
            _ofRule.Add(rule, known = new Dictionary<string, T?>());
        }

        var values = (Dictionary<string, T?>)known;
        if (!values.TryGetValue(value, out var parsed))
        {
            parsed = parse(value);
            if (values.Count < MostOfOne && value.Length <= 200)
            {
                values.Add(value, parsed);
            }
        }

        return parsed;
    }
}
