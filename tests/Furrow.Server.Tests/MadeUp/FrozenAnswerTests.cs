using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Furrow.Server.Verbs;
using Xunit;

namespace Furrow.Server.Tests.MadeUp;

/// <summary>What made-up programmes answered once, to the last millionth of a m²: a change of the kernel that changes an answer changes a line of the frozen
/// file, and has to say why. Ids are drawn anew in every run, so an answer that follows one breaks this too. The frozen file is written again by
/// <c>FURROW_BLESS=1 ./test Server</c>.</summary>
public sealed partial class FrozenAnswerTests
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Chosen so that each kind of step is in one of them.</summary>
    [Theory]
    [InlineData(165)]
    [InlineData(122)]
    public void Programmes_answer_as_they_did(int seed)
    {
        using var folder = new TempFolder();
        var run = new MadeUpRun(folder.Path, (words, host) => VerbList.Run(words, host));
        var answers = string.Join('\n', run.Answers(new MadeUpProgramme(seed)).Select(a => $"{a.Question}\n    {Masked(a.Answer)}")) + "\n";
        var frozen = FileOf(seed);
        if (Environment.GetEnvironmentVariable("FURROW_BLESS") == "1")
        {
            File.WriteAllText(frozen, answers);
        }

        Assert.Equal(File.ReadAllText(frozen).Split('\n'), answers.Split('\n'));
    }

    /// <summary>In one line, each id by its number in the answer.</summary>
    private static string Masked(string answer)
    {
        var ids = new List<string>();
        var line = answer.Trim().Length == 0 ? "refused" : JsonSerializer.Serialize(JsonDocument.Parse(answer).RootElement, OneLine);
        return Id().Replace(line, id =>
        {
            var number = ids.IndexOf(id.Value.Replace("-", "", StringComparison.Ordinal));
            if (number < 0)
            {
                number = ids.Count;
                ids.Add(id.Value.Replace("-", "", StringComparison.Ordinal));
            }

            return string.Create(CultureInfo.InvariantCulture, $"id {number + 1}");
        });
    }

    private static string FileOf(int seed, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "frozen", string.Create(CultureInfo.InvariantCulture, $"{seed}.txt"));

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Id();
}
