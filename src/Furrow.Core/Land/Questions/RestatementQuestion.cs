using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>Why a figure as of a date is another one today: the postings with a later cause that speak of dates up to it.</summary>
internal static class RestatementQuestion
{
    public static Restatement Answer(LandLedger land, int after, int until, DateOnly asOf, KindSet kind)
    {
        var sums = new Dictionary<(int Cause, Guid Report, string Code, LandStatus Status), long>();
        foreach (var p in land.Postings.Range(0, land.Postings.Count))
        {
            if (p.Cause > until)
            {
                break;
            }

            var claim = land.Claim(p.Claim);
            if (p.Cause <= after || (p.Kinds & kind) == 0 || claim.Day > asOf.DayNumber || p.From == p.To)
            {
                continue;
            }

            CollectionsMarshal.GetValueRefOrAddDefault(sums, (p.Cause, claim.Report, claim.ReportCode, p.From), out _) -= p.AmountMicro;
            CollectionsMarshal.GetValueRefOrAddDefault(sums, (p.Cause, claim.Report, claim.ReportCode, p.To), out _) += p.AmountMicro;
        }

        var lines = sums.Where(s => s.Value != 0 && s.Key.Status is not (LandStatus.Unrecorded or LandStatus.NotHandedOver))
            .Select(s => new RestatementLine(s.Key.Cause, s.Key.Report, s.Key.Code, s.Key.Status, s.Value))
            .OrderBy(l => l.Cause).ThenBy(l => l.ReportCode, Codes.Order).ThenBy(l => l.Status).ToList();
        return new Restatement(after, until, asOf, kind, lines);
    }
}
