using System.Globalization;
using Furrow.Core.Intents;
using Furrow.Server.Answers;
using Furrow.Server.Intents;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Leaks;

/// <summary>How the verb of an intent is run over a programme: something fitting for each field that is required, and things that are there for those it names.
/// So a new intent is tried without a line of its own.</summary>
internal static class IntentLines
{
    /// <summary>By the name of the verb, without its name.</summary>
    public static IReadOnlyDictionary<string, string[]> Of(string ledger)
    {
        using var folder = new TempFolder();
        File.Copy(ledger, folder["lines.furrow"]);
        using var programme = Programme.Open(folder["lines.furrow"]).Get();
        var reader = programme.ReaderFor(ReaderPurpose.Review);
        return IntentList.OfProgram.All.ToDictionary(i => string.Join(' ', i.Path), i => Line(i, programme, reader));
    }

    /// <summary>Each thing is named once: what joins two is given two.</summary>
    private static string[] Line(Intent intent, Programme programme, Reader reader)
    {
        var named = new HashSet<string>();
        return
        [
            .. intent.Description.Fields.Where(f => f.IsRequired).SelectMany(f => Given(f, Value(f, intent, programme, reader, named))),
            "--reason", "why",
        ];
    }

    private static IEnumerable<string> Given(FieldDescription field, string value) => field.IsArgument ? [value] : ["--" + Names.Of(field.Name), value];

    private static string Value(FieldDescription field, Intent intent, Programme programme, Reader reader, HashSet<string> named) => field.Kind switch
    {
        FieldKind.Day => "2026-01-02",
        FieldKind.Number => Math.Max(field.Least ?? 1, 1).ToString(CultureInfo.InvariantCulture),
        FieldKind.Choice => field.Choices[0],
        FieldKind.YesNo => "yes",
        FieldKind.Position => "45.0003, 10.0003",
        FieldKind.Person or FieldKind.Object => IntentList.OfProgram.Objects.KindOf(field)?.OfferedBy(intent, programme.State, reader)
            .Select(o => o.Id.ToString("D")).FirstOrDefault(named.Add) ?? "nothing",
        _ => "Something new",
    };
}
