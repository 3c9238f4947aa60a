
namespace Furrow.Core.Checks.Rules;

/// <summary>A start after the end, or evidence seen after the report it supports.</summary>
public static class DateOrder
{
    public static readonly Check Check = new("date-order", Severity.Error, "Dates are out of order.", Judge)
    {
        Concerns = s => s.Report.Start is not null || s.Report.Evidence.Count > 0,
    };

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        if (s.Report.Start is { } start && start.Day > s.Report.End.Day)
        {
            yield return s.Found(Check, "start-after-end", $"It starts on {start.Day} but ends on {s.Report.End.Day}.",
                new Fix("swap-dates", $"Exchange the two dates, if the source confirms it.",
                    r => r.Start is { } from ? r with { Start = r.End, End = from } : r));
        }

        foreach (var evidence in s.Report.Evidence)
        {
            if (evidence.On is { } on && on > s.Report.End.Day)
            {
                yield return s.Found(Check, "evidence-after-end",
                    $"Evidence ({evidence.Kind}) is dated {on}, after the report's end on {s.Report.End.Day}.",
                    new Fix("correct-date", $"Correct the date, or report the later evidence in a report of its own."), at: evidence.At);
            }
        }
    }
}
