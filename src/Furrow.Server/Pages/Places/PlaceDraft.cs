using System.Security.Cryptography;
using Furrow.Core;
using Furrow.Core.Land.Questions;
using Furrow.Core.Places;
using Furrow.Exchange;
using Furrow.Server.Imports;

namespace Furrow.Server.Pages.Places;

/// <summary>A file of boundaries that was uploaded and is looked at, before somebody loads it.</summary>
public sealed class PlaceDraft(Guid id, string path, DateTimeOffset at)
{
    private readonly Lock _gate = new();
    private volatile Look _look = new(null, new Outcome<PlaceSet>(null, null));

    public Guid Id { get; } = id;

    public string Name { get; } = SourceFile.At(path).Name;

    public DateTimeOffset StartedAt { get; } = at;

    /// <summary>The columns of the file, each with some of its values.</summary>
    public IReadOnlyList<(string Column, IReadOnlyList<string> Samples)> Columns { get; } = PlaceFile.Columns(path);

    /// <summary>The column that names each place, as far as it is known.</summary>
    public string? Column => _look.Column;

    /// <summary>The boundaries, or why they cannot be read.</summary>
    public Outcome<PlaceSet> Read => _look.Read;

    /// <summary>Reads the boundaries by a column of names; null: the usual ones are tried.</summary>
    public void LookBy(string? column)
    {
        lock (_gate)
        {
            var by = column ?? PlaceFile.Guess(Columns.Select(c => c.Column));
            _look = new Look(by, by is null ? Problems.PlaceWithoutName(Name, 1, "name") : PlaceFile.Read(path, by));
        }
    }

    /// <summary>What loading it records.</summary>
    public PlacesLoaded Fact(Guid set, string name, string source, string version)
    {
        using var file = File.OpenRead(path);
        return new PlacesLoaded(set, name, source, version, Convert.ToHexStringLower(SHA256.HashData(file)),
            [.. Read.Value!.Places.Select(p => new LoadedPlace(p.Name, p.Shape))]);
    }

    private sealed record Look(string? Column, Outcome<PlaceSet> Read);
}
