namespace Furrow.Oracle.Tests.Countries;

/// <summary>One judge a country, for all tests of the assembly; made when it is first asked.</summary>
public sealed class Judges : IDisposable
{
    private readonly Dictionary<string, Lazy<Judge>> _judges = [];

    public Judge Of(string country)
    {
        Lazy<Judge>? judge;
        lock (_judges)
        {
            if (!_judges.TryGetValue(country, out judge))
            {
                _judges[country] = judge = new Lazy<Judge>(() => new Judge(country));
            }
        }

        return judge.Value;
    }

    public void Dispose()
    {
        foreach (var judge in _judges.Values.Where(j => j.IsValueCreated))
        {
            judge.Value.Dispose();
        }
    }
}
