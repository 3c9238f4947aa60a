using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>A code that another report carries, but for case, blanks and characters nobody sees.</summary>
public static class DuplicateCode
{
    public static readonly Check Check = new("duplicate-code", Severity.Error, "Another report has the same code, perhaps with other blanks or case.", Judge);

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        foreach (var (report, code) in InventedCode.IsOf(s.Report) ? [] : s.Context.Codes.Find(s.Report.Code))
        {
            if (report == s.Report.Id)
            {
                break;
            }

            if (report == s.Report.Corrects || report == s.Report.Withdraws)
            {
                continue;
            }

            yield return code == s.Report.Code
                ? s.Found(Check, "same", $"The code {code} is taken.",
                    new Fix("new-code", $"Give this report a code of its own; if it replaces the other, say that it corrects it."))
                : s.Found(Check, "blanks-or-case", $"The code \"{s.Report.Code}\" differs from \"{code}\" only in blanks or case.",
                    new Fix("new-code", $"If both are the same record, keep one; if not, give this one a code a reader can tell apart."));
            break;
        }
    }
}
