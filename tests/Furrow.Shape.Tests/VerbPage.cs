using System.CommandLine;
using System.Globalization;
using System.Text;
using Furrow.Server.Verbs;

namespace Furrow.Shape.Tests;

/// <summary>docs/user/verbs.md as the program's own help gives it: every verb, its arguments and its options.</summary>
public static class VerbPage
{
    public const string Document = "docs/user/verbs.md";

    private const string Head = """
        # Verbs

        `./furrow VERB` runs the program; everything it can do is a verb. `./furrow VERB --help` prints what stands here. This page is printed from the
        program by `FURROW_BLESS=1 ./test Shape`.

        Exit codes: 0 done; 1 refused, or problems were found; 2 the command line was not understood; 3 a disk is full, read-only, without permission or busy
        (nothing was written; the same command works when the cause is gone, see [faults](../operator/faults.md)); 4 the disk or the ledger on it is
        broken. Answers go to standard output, refusals and progress to the error
        stream. A refusal ends with its code in brackets; the codes are listed in [problems](../problems.md).

        """;

    public static string Render()
    {
        var root = VerbList.Root(new VerbHost(TextWriter.Null, TextWriter.Null, TimeProvider.System, "somebody", Tree.Root, 120, false));
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        text.Append("\n## Options of every verb\n\n");
        Options(text, root);
        foreach (var command in root.Subcommands)
        {
            Verb(text, command, "");
        }

        return text.ToString();
    }

    private static void Verb(StringBuilder text, Command command, string before)
    {
        var name = before + command.Name;
        var arguments = string.Concat(command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $" [{a.Name}]" : $" {a.Name}"));
        text.Append(CultureInfo.InvariantCulture, $"\n{(before.Length == 0 ? "##" : "###")} `{name}{arguments}`\n\n{command.Description}\n");
        if (command.Arguments.Count + command.Options.Count(IsOurs) > 0)
        {
            text.Append('\n');
            Options(text, command);
        }

        foreach (var part in command.Subcommands)
        {
            Verb(text, part, name + " ");
        }
    }

    private static void Options(StringBuilder text, Command command)
    {
        text.Append("| option | meaning |\n|---|---|\n");
        foreach (var argument in command.Arguments)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{argument.Name}` | {Cell(argument.Description)} |\n");
        }

        foreach (var option in command.Options.Where(IsOurs))
        {
            var value = option.ValueType == typeof(bool) ? "" : " " + (option.HelpName ?? "VALUE");
            text.Append(CultureInfo.InvariantCulture, $"| `{option.Name}{value}` | {Cell(option.Description)}{(option.Required ? " Required." : "")} |\n");
        }
    }

    private static bool IsOurs(Option option) => !option.Hidden && option.Name is not "--help" and not "--version";

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
