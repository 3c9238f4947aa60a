using System.Globalization;
using System.Text.Json;
using Furrow.Server.Verbs;

namespace Furrow.Server.Tests.MadeUp;

/// <summary>Runs made-up programmes by verbs, in a folder, with a clock that stands still.</summary>
internal sealed class MadeUpRun(string folder, Func<string[], VerbHost, int> run)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private int _lines;

    /// <summary>Runs a programme and asks it everything: each question with its JSON.</summary>
    public IEnumerable<(string Question, string Answer)> Answers(MadeUpProgramme programme)
    {
        foreach (var (file, text) in programme.Files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        foreach (var line in programme.Lines)
        {
            foreach (var words in Meant(line).ToList())
            {
                Type(line.Person, words);
            }
        }

        foreach (var question in programme.Questions())
        {
            yield return (string.Join(' ', question), Type("Ann", [.. question, "--json"]));
        }
    }

    /// <summary>What a line stands for: one line for each report or group.</summary>
    private IEnumerable<string[]> Meant(MadeUpLine line) =>
        line.Words.Contains("@waiting") ? Waiting().Select(id => line.Words.Select(w => w == "@waiting" ? id : w).ToArray())
        : line.Words.Contains("@group") ? Groups().Take(1).Select(g => line.Words.SelectMany(w => w == "@group" ? g : [w]).ToArray())
        : [[.. line.Words]];

    private IEnumerable<string> Waiting() =>
        Json("review", "list").GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("id").GetString()!).ToList();

    /// <summary>In an order no id has part in.</summary>
    private IEnumerable<string[]> Groups() => Json("findings", "list").GetProperty("groups").EnumerateArray()
        .OrderBy(g => g.GetProperty("key").GetString(), StringComparer.Ordinal)
        .ThenBy(g => g.GetProperty("examples")[0].GetProperty("code").GetString(), StringComparer.Ordinal)
        .Select(g => (string[])[g.GetProperty("key").GetString()!, .. g.GetProperty("batch").GetString() is { } batch ? (string[])["--batch", batch] : []])
        .ToList();

    private JsonElement Json(params string[] words) => JsonDocument.Parse(Type("Ann", [.. words, "--json"])).RootElement;

    private string Type(string person, string[] words)
    {
        using StringWriter answer = new(CultureInfo.InvariantCulture), refusal = new(CultureInfo.InvariantCulture);
        run(words, new VerbHost(answer, refusal, new Clock(Start.AddMinutes(_lines++)), person, folder, 160, false));
        return answer.ToString();
    }

    private sealed class Clock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
