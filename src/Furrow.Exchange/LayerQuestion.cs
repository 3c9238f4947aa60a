using Furrow.Core;

namespace Furrow.Exchange;

/// <summary>Which of the sheets, layers or members of a file is meant.</summary>
internal static class LayerQuestion
{
    /// <param name="wanted">The one that a person named and the file has not; null when nobody named one.</param>
    public static void Ask(FileReading reading, IReadOnlyList<string> layers, string? wanted, string format)
    {
        var file = reading.File.Name;
        if (layers.Count == 0)
        {
            reading.Refuse(Problems.FileHasNoRows(file, format));
            return;
        }

        reading.Ask(ReadingTopic.Part, wanted is null ? Problems.LayerNotNamed(file, layers) : Problems.LayerUnknown(file, wanted, layers),
            [.. layers.Select(l => new ReadingChoice(l))]);
    }
}
