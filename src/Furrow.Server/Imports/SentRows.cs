using Furrow.Core;
using Furrow.Exchange;
using Furrow.Exchange.Formats;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports;

/// <summary>A row of a file as its sender wrote it: read from the file again, where the import has not staged it.</summary>
internal static class SentRows
{
    /// <summary>How the file is read: as the mapping and the person say.</summary>
    public static Outcome<ReadOptions> ReadingOf(ImportOptions options, string file)
    {
        var stated = options.Reading with
        {
            Leave = options.Leave,
            Geometry = PlaceSaying.Of(options.Columns, options.Mapping?.Geometry) ?? options.Reading.Geometry,
        };
        return options.Mapping?.ReadOptionsBeside(stated, file) ?? stated;
    }

    /// <summary>Null where the file has no such row any more, or cannot be read.</summary>
    public static InputRow? Find(SourceFile file, ImportOptions options, int row, CancellationToken stop)
    {
        var reading = ReadingOf(options, file.Name);
        if (reading.IsRefused || FormatDetector.Open(file, reading.Value! with { Stop = stop }) is not { IsRefused: false } opened)
        {
            return null;
        }

        try
        {
            return opened.Value!.Rows.FirstOrDefault(r => r.Row == row);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The upload was let go meanwhile.
            return null;
        }
    }
}
