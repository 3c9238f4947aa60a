using System.Security.Cryptography;
using Furrow.Core;
using Furrow.Core.Land.Questions;
using Furrow.Core.Places;
using Furrow.Exchange;
using Furrow.Server.Imports;
using Furrow.Server.Pages.Import;

namespace Furrow.Server.Pages.Places;

/// <summary>A file of boundaries that was uploaded and is looked at, before somebody loads it.</summary>
public sealed class PlaceDraft(Guid id, string path, DateTimeOffset at) : IFileDraft
{
    private readonly Lock _gate = new();
    private volatile Look _look = new(null, ReadOptions.Default, [], new PlaceLook(default, Imports.Dictionary.ImportReadings.Empty, null), []);

    public Guid Id { get; } = id;

    public string Name { get; } = SourceFile.At(path).Name;

    public DateTimeOffset StartedAt { get; } = at;

    public DateTimeOffset TouchedAt { get; private set; } = at;

    public void Touch(DateTimeOffset at) => TouchedAt = at;

    /// <summary>The columns of the file, each with some of its values.</summary>
    public IReadOnlyList<(string Column, IReadOnlyList<string> Samples)> Columns => Awake.Columns;

    /// <summary>The column that names each place, as far as it is known.</summary>
    public string? Column => _look.Column;

    /// <summary>What was said of how the file is written.</summary>
    public ReadOptions Said => _look.Said;

    /// <summary>The boundaries, or why they cannot be read, and what was understood of the file.</summary>
    public PlaceLook Read => Awake.Read;

    private Look Awake
    {
        get
        {
            if (_look.IsResting)
            {
                LookBy(_look.Column, _look.Said, []);
            }

            return _look;
        }
    }

    public void Rest()
    {
        lock (_gate)
        {
            _look = _look with { IsResting = true, Read = new PlaceLook(default, Imports.Dictionary.ImportReadings.Empty, null), Columns = [] };
        }
    }

    /// <summary>Reads the boundaries.</summary>
    /// <param name="column">Of names; null: the usual ones are tried.</param>
    /// <param name="confirmed">What somebody has confirmed, in this form of the dictionary.</param>
    public void LookBy(string? column, ReadOptions said, IEnumerable<string> confirmed)
    {
        lock (_gate)
        {
            HashSet<string> all = [.. _look.Confirmed, .. confirmed];
            var read = PlaceFile.Look(path, column, said, (key, meaning) => all.Contains(Imports.Dictionary.DictionaryEntry.ClaimOf(key, meaning)));
            var columns = PlaceFile.Columns(read.Reading);
            _look = new Look(column ?? PlaceFile.Guess(columns.Select(c => c.Column)), said, all, read, columns);
        }
    }

    /// <summary>What loading it records.</summary>
    public PlacesLoaded Fact(Guid set, string name, string source, string version)
    {
        using var file = File.OpenRead(path);
        return new PlacesLoaded(set, name, source, version, Convert.ToHexStringLower(SHA256.HashData(file)),
            [.. Read.Set.Value!.Places.Select(p => new LoadedPlace(p.Name, p.Shape))]);
    }

    private sealed record Look(string? Column, ReadOptions Said, HashSet<string> Confirmed, PlaceLook Read,
        IReadOnlyList<(string Column, IReadOnlyList<string> Samples)> Columns)
    {
        /// <summary>Nobody has looked at it for some time: it is read again when somebody does.</summary>
        public bool IsResting { get; init; }
    }
}
