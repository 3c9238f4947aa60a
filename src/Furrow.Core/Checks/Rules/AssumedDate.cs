using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>A date nobody wrote down: taken over from the file or the import. Tables by year depend on it and say so.</summary>
public static class AssumedDate
{
    public static readonly Check Check = new("assumed-date", Severity.Notice, "The effective date is assumed.", Judge)
    {
        Concerns = s => s.Report.End.Precision == DatePrecision.Assumed,
    };

    private static readonly Fix Find = new("find-date",
        $"If the source or its archive gives a date, correct the report with it; else accept the assumption for the whole batch.");

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        if (s.Report.End.Precision == DatePrecision.Assumed)
        {
            yield return s.Found(Check, s.Report.Baseline ? "baseline" : "end", $"The date {s.Report.End.Day} is assumed.", Find);
        }
    }
}
