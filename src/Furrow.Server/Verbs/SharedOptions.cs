using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Server.Verbs;

/// <summary>Options every verb has, and the makers of those several verbs share, so that a word means the same everywhere.</summary>
internal sealed class SharedOptions
{
    public Option<string> Programme { get; } = new("--programme")
    {
        Description = "The programme's ledger.",
        HelpName = "FILE",
        Recursive = true,
        DefaultValueFactory = _ => "programme.furrow",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON.", Recursive = true };

    public Option<string?> Person { get; } = new("--person")
    {
        Description = "Registered person who acts (default: the account that runs the command).",
        HelpName = "NAME",
        Recursive = true,
    };

    public Option<bool> Register { get; } = new("--register") { Description = "Register the person named by --person, if nobody has that name yet.", Recursive = true };

    public static Option<DateOnly?> AsOf() => Day("--as-of", "Closing date, included (default: today).");

    public static Option<DateOnly?> From() => Day("--from", "First day of the period (default: the beginning).");

    public static Option<int?> KnownAt() => new("--known-at")
    {
        Description = "As known at this acceptance (default: now).",
        HelpName = "NUMBER",
    };

    public static Option<KindSet> Kind() => new("--kind")
    {
        Description = "Kind of contamination: ap-mines, av-mines, cluster-munition-remnants, other-erw, ied; overall for the most restrictive; custody.",
        HelpName = "KIND",
        DefaultValueFactory = _ => KindSet.Overall,
        CustomParser = OneKind,
    };

    public static Option<string> Reason() => new("--reason") { Description = "Why; it is kept with the decision.", HelpName = "TEXT",
        DefaultValueFactory = _ => "" };

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result => ReadDay(result) is { } date ? date.Day : null,
    };

    /// <summary>A date with its precision: 2015-12-31, 2015-12 or 2015. A month or year stands for its last day.</summary>
    public static ReportDate? ReadDay(ArgumentResult result)
    {
        if (ParseDay(result.Tokens.Count == 0 ? "" : result.Tokens[0].Value) is { } date)
        {
            return date;
        }

        result.AddError($"\"{(result.Tokens.Count == 0 ? "" : result.Tokens[0].Value)}\" is not a date; write 2015-12-31, 2015-12 or 2015.");
        return null;
    }

    public static ReportDate? ParseDay(string text)
    {
        if (IsoDay.Read(text) is { } day)
        {
            return new ReportDate(day);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new ReportDate(month.AddMonths(1).AddDays(-1), DatePrecision.Month);
        }

        return DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)
            ? new ReportDate(new DateOnly(year.Year, 12, 31), DatePrecision.Year)
            : null;
    }

    private static KindSet OneKind(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Kinds.ParseOne(text) is { } kind)
        {
            return kind;
        }

        result.AddError($"\"{text}\" is not one kind; name one of {string.Join(", ", Kinds.Names.Select(n => n.Name))}, overall or custody.");
        return KindSet.Overall;
    }
}
