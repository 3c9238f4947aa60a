using System.Globalization;
using System.Reflection;

namespace Furrow.Core.Tests.Sentences;

/// <summary>The English of every problem, from pattern and arguments, is the one frozen from before sentences were caught as such; it is the same
/// in every culture. Problems made since are not among the frozen ones.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void The_english_of_a_problem_is_its_pattern_with_its_arguments()
    {
        var written = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Sentences", "Catalogue.txt"));
        var now = Lines(CultureInfo.InvariantCulture);
        var names = written.Select(NameOf).ToHashSet();
        Assert.Equal(written, now.Where(line => names.Contains(NameOf(line))));
        Assert.Equal(now, Lines(CultureInfo.GetCultureInfo("az-Latn-AZ")));
    }

    /// <summary>Words of its own stand in each, beside its arguments, unless it is made of a sentence that has them: none is a finished text
    /// handed over.</summary>
    [Fact]
    public void Every_problem_has_a_pattern_of_its_own() => Assert.Empty(Methods().Where(m => m.GetParameters().All(p => p.ParameterType != typeof(Phrase)))
        .SelectMany(m => Made(m).Select(p => p.Problem)).Where(p => !p.Phrase.Pattern.Contains(' ', StringComparison.Ordinal)).Select(p => p.Code));

    private static string NameOf(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];

    private static List<string> Lines(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return [.. Methods().SelectMany(Made).Select(p => $"{p.Name}: {p.Problem}")];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<MethodInfo> Methods() => typeof(Problems).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => m.ReturnType == typeof(Problem)).OrderBy(m => m.Name, StringComparer.Ordinal);

    /// <summary>Once, or once for each value of a flag.</summary>
    private static IEnumerable<(string Name, Problem Problem)> Made(MethodInfo method)
    {
        yield return (method.Name, Call(method, false));
        if (method.GetParameters().Any(p => p.ParameterType == typeof(bool)))
        {
            yield return ($"{method.Name} true", Call(method, true));
        }
    }

    private static Problem Call(MethodInfo method, bool flag) =>
        (Problem)method.Invoke(null, [.. method.GetParameters().Select((p, i) =>
            Argument(Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType, i + 1, flag))])!;

    private static object Argument(Type type, int n, bool flag) => type switch
    {
        _ when type == typeof(string) => $"<{n}>",
        _ when type == typeof(Phrase) => Phrased(n),
        _ when type == typeof(Word) => new Word($"<{n}>"),
        _ when type == typeof(Problem) => Problems.AreaUnknown($"<{n}>"),
        _ when type == typeof(int) => 1000 + n,
        _ when type == typeof(long) => 1000L + n,
        _ when type == typeof(double) => 1000.5 + n,
        _ when type == typeof(bool) => flag,
        _ when type == typeof(Guid) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{n:000000000000}")),
        _ when type == typeof(DateOnly) => new DateOnly(2024, 2, n),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2024, 2, 3, 4, 5, n, TimeSpan.Zero),
        _ when type == typeof(IEnumerable<string>) => new[] { $"<{n}a>", $"<{n}b>" },
        { IsEnum: true } => Enum.ToObject(type, 1),
        _ => throw new NotSupportedException(type.Name),
    };

    private static Phrase Phrased(int n) => $"{$"<{n}>"}";
}
