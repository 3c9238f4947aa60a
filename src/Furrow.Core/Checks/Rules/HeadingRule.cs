using Furrow.Core.Land;

namespace Furrow.Core.Checks.Rules;

/// <summary>Checks that only read under which heading the ledger journals a part: the rule itself is the table of moves.</summary>
internal static class HeadingRule
{
    public static bool Concerns(CheckSubject s) => s.Headings.Count > 0;

    public static IEnumerable<Finding> Judge(CheckSubject s, Check check, Fix fix, Func<string, Phrase> sentence, params Heading[] headings)
    {
        foreach (var hit in s.Headings)
        {
            if (Array.IndexOf(headings, hit.Heading) >= 0
                && hit.AreaMicro >= (long)(s.Context.Settings.HeadingIgnoredBelowSquareMetres * AreaText.MicroPerSquareMetre))
            {
                yield return s.Found(check, s.Report.Organisation, sentence(AreaText.Whole(hit.AreaMicro)), fix, hit.Part, hit.AreaMicro, hit.At);
            }
        }
    }
}
