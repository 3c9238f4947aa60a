namespace Furrow.Server.Tests.Imports;

/// <summary>The ways into programmes of several countries, each made when a case needs it.</summary>
public sealed class CasesByCountry : IDisposable
{
    private readonly Dictionary<string, CasesByDoor> _doors = [];

    internal CasesByDoor Of(string country) => _doors.TryGetValue(country, out var known) ? known : _doors[country] = new CasesByDoor(country);

    public void Dispose()
    {
        foreach (var doors in _doors.Values)
        {
            doors.Dispose();
        }
    }
}
