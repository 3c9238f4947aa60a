using System.Globalization;
using Furrow.Core;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange;

/// <summary>The coordinate systems in which the places of a file were read, whatever said so: the file, the person, or the zone of a row.</summary>
internal sealed class SystemsMet
{
    private readonly Dictionary<string, CoordinateSystem> _met = [];
    private CoordinateSystem? _last;

    public void Clear()
    {
        _met.Clear();
        _last = null;
    }

    public void Note(InputRow row)
    {
        if (row.Problem is null && row.Geometry.Kind != DrawnKind.None && !ReferenceEquals(row.Crs, _last))
        {
            _last = row.Crs;
            _met.TryAdd(row.Crs.Name, row.Crs);
        }
    }

    /// <summary>One for each system, by its name where there are several.</summary>
    public IEnumerable<Understood> Readings(string file)
    {
        foreach (var system in _met.Values)
        {
            yield return new Understood(ReadingTopic.System, _met.Count == 1 ? "" : system.Name, system.Name,
                system.IsUnmoved ? Standing.Proposed : Standing.Known, Problems.SystemRead(file, system.Name, system.RegistryName,
                    system.Shift?.Name, system.Shift?.MethodName, system.Shift?.AccuracyMetres, system.IsUnmoved));
            if (system.Shift is { } shift)
            {
                var accuracy = shift.AccuracyMetres is { } metres ? string.Create(CultureInfo.InvariantCulture, $" ±{metres} m") : "";
                yield return new Understood(ReadingTopic.Shift, _met.Count == 1 ? "" : system.Name, shift.Name + accuracy, Standing.Known);
            }
        }
    }
}
