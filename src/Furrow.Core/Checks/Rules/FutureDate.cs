using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>A date after today, or before anything could have been recorded. A month or year counts as future only when it has not begun.</summary>
public static class FutureDate
{
    public static readonly Check Check = new("future-date", Severity.Error, "A date lies in the future, or too far back to be true.", Judge);

    private static readonly Fix Correct = new("correct-date",
        $"Take the date from the source; the order of day and month, or a year typed wrongly, is the usual reason.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        if (s.Report.Start is { } start && Complaint(s, "start", Beginning(start)) is { } first)
        {
            yield return first;
        }

        if (Complaint(s, "end", Beginning(s.Report.End)) is { } second)
        {
            yield return second;
        }

        foreach (var evidence in s.Report.Evidence)
        {
            if (evidence.On is { } on && Complaint(s, "evidence", on) is { } third)
            {
                yield return third;
            }
        }
    }

    private static DateOnly Beginning(ReportDate date) => date.Precision switch
    {
        DatePrecision.Year => new DateOnly(date.Day.Year, 1, 1),
        DatePrecision.Month => new DateOnly(date.Day.Year, date.Day.Month, 1),
        _ => date.Day,
    };

    private static Finding? Complaint(CheckSubject s, string field, DateOnly day) =>
        day > s.Context.Today ? s.Found(Check, field + "-future", $"The {new Word(field)} date {day} has not come yet.", Correct)
        : day < s.Context.Settings.EarliestDate
            ? s.Found(Check, field + "-too-early", $"The {new Word(field)} date {day} is too far back to be true.", Correct)
        : null;
}
