using System.Text.Json;
using Furrow.Exchange.Exports;
using Furrow.Server.Answers;

namespace Furrow.Server.Verbs;

/// <summary>What a file answers and what it leaves out, in a file of its own beside one of a format that has no place for it: <c>reports.csv.about.json</c>.
/// </summary>
internal static class AboutFile
{
    public const string Ending = ".about.json";

    /// <param name="lost">What the format could not hold.</param>
    /// <returns>Its path; null for a device, which has nothing beside it.</returns>
    public static string? Write(string path, ExportTable table, int rows, IReadOnlyList<string> lost)
    {
        if (path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return null;
        }

        var about = new Dictionary<string, object?> { ["file"] = Path.GetFileName(path), ["title"] = table.MarkedTitle, ["exercise"] = table.Exercise, ["rows"] = rows };
        foreach (var (name, value) in table.About)
        {
            about[name] = value;
        }

        about["not_held_by_the_format"] = lost;
        using var output = new OutputFile(path + Ending);
        output.Write(JsonSerializer.Serialize(about, ApiJson.Options));
        output.Finish();
        return path + Ending;
    }
}
