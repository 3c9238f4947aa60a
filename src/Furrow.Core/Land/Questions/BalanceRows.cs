using System.Globalization;
using System.Runtime.InteropServices;

namespace Furrow.Core.Land.Questions;

/// <summary>The breakdown of a balance, summed from faces: by place (split at borders), or by who or what brought about the status.</summary>
internal static class BalanceRows
{
    private sealed class Sums
    {
        public readonly Dictionary<LandStatus, (long Opening, long Closing)> Accounts = [];
        public readonly Dictionary<(LandStatus, LandStatus, Heading, bool), long> Flows = [];
        
        /// <summary>By status and hazardous area: land inside the area's own outline.</summary>
        public readonly Dictionary<(LandStatus Status, int Area), long> Areas = [];
    }

    /// <param name="sharedMicro">Of a breakdown by place: land in more than one of the places, which counts in one.</param>
    public static IReadOnlyList<BalanceRow> Of(LandLedger known, BalanceQuestion question, out long sharedMicro)
    {
        sharedMicro = 0;
        if (question.By is not { } by || (by == BalanceGroup.Place && question.Places is null))
        {
            return [];
        }

        if (by == BalanceGroup.Kind)
        {
            return OfKinds(known, question);
        }

        var sums = new SortedDictionary<string, Sums>(StringComparer.Ordinal);
        var faces = new FaceStatus(known);
        var outlines = new OutlineFold(known);
        var places = by == BalanceGroup.Place ? new BorderIndex(question.Places!,
            claims => Array.Exists(claims, c => known.Claim(c).Day <= question.AsOf.DayNumber)) : null;
        foreach (var (row, _, span) in Spans.Within(known, null))
        {
            if (places is null)
            {
                foreach (var face in span.Content.Faces)
                {
                    Add(known, question, faces, outlines, face.Claims, face.AreaMicro * span.Count, c => Of(sums, NameOf(question, known, c)));
                }

                continue;
            }

            for (var column = span.From; column <= span.To; column++)
            {
                foreach (var (claims, place, area) in places.Split(known, new CellId(column, row), span.Content))
                {
                    var name = place == BorderIndex.Nowhere ? "(outside every place)" : question.Places!.Places[place].Name;
                    Add(known, question, faces, outlines, claims, area, _ => Of(sums, name));
                }
            }
        }

        sharedMicro = places?.SharedMicro ?? 0;
        var rows = sums.Select(s => Row(s.Key, s.Value));
        return by == BalanceGroup.HazardousArea ? OfAreas(known, rows) : [.. rows];
    }

    /// <summary>By what people read; where two read alike, the area named first comes first: the code of an area without one is an id.</summary>
    private static IReadOnlyList<BalanceRow> OfAreas(LandLedger known, IEnumerable<BalanceRow> rows) =>
        [.. rows.Select(row => row with { Label = LandQuestions.AreaLabel(known, row.Group) })
            .OrderBy(row => row.Label, StringComparer.Ordinal).ThenBy(row => known.Areas.NumberOf(row.Group))];

    private static IReadOnlyList<BalanceRow> OfKinds(LandLedger known, BalanceQuestion question) =>
    [
        .. LandQuestions.Balances(known, question with { By = null, KnownAt = null }, [.. Kinds.Names.Select(n => n.Kind)])
            .Where(b => b.Accounts.Count > 0)
            .Select(b => new BalanceRow(Kinds.NameOf(b.Question.Kind), b.Accounts, b.Flows)),
    ];

    private static void Add(LandLedger known, BalanceQuestion question, FaceStatus faces, OutlineFold outlines, int[] claims, long area,
        Func<LandClaim, Sums> sumsOf)
    {
        int from = question.From?.DayNumber ?? int.MinValue, until = question.AsOf.DayNumber;
        FoldLine? opening = null, closing = null;
        int openedBy = -1, closedBy = -1;
        foreach (var line in faces.LinesOf(claims))
        {
            var claim = known.Claim(line.Claim);
            if ((line.Mask & question.Kind) == 0 || claim.Day > until)
            {
                continue;
            }

            if (claim.Day < from)
            {
                openedBy = line.From != line.To || openedBy < 0 ? line.Claim : openedBy;
                opening = line;
            }
            else
            {
                CollectionsMarshal.GetValueRefOrAddDefault(sumsOf(claim).Flows, (line.From, line.To, line.Heading, claim.Baseline), out _) += area;
            }

            closedBy = line.From != line.To || closedBy < 0 ? line.Claim : closedBy;
            closing = line;
        }

        if (opening is { } o)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sumsOf(known.Claim(openedBy)).Accounts, o.To, out _).Opening += area;
        }

        if (closing is { } c)
        {
            var sums = sumsOf(known.Claim(closedBy));
            CollectionsMarshal.GetValueRefOrAddDefault(sums.Accounts, c.To, out _).Closing += area;
            outlines.Run(faces.LinesOf(claims), until);
            foreach (ref readonly var drawn in outlines.Areas)
            {
                if (outlines.StatusOf(drawn, question.Kind) is { Part: not OutlinePart.PassedOn } inside)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(sums.Areas, (inside.Status, drawn.Area), out _) += area;
                }
            }
        }
    }

    private static Sums Of(SortedDictionary<string, Sums> sums, string name)
    {
        if (!sums.TryGetValue(name, out var row))
        {
            sums.Add(name, row = new Sums());
        }

        return row;
    }

    private static string NameOf(BalanceQuestion question, LandLedger known, LandClaim claim) => question.By switch
    {
        BalanceGroup.Organisation => question.OrganisationOf?.Invoke(claim.Organisation) ?? claim.Organisation,
        BalanceGroup.Team => claim.Team,
        BalanceGroup.Method => claim.Method,
        BalanceGroup.Donor => claim.Donor,
        BalanceGroup.Year => claim.On.Year.ToString(CultureInfo.InvariantCulture),
        BalanceGroup.HazardousArea => known.FoldClaims[claim.Id].Area is >= 0 and var area ? known.Areas.CodeOf(area) : null,
        _ => null,
    } ?? "(not stated)";

    private static BalanceRow Row(string name, Sums sums) => new(name,
        [.. sums.Accounts.Where(a => a.Key is not (LandStatus.Unrecorded or LandStatus.NotHandedOver)).OrderBy(a => a.Key)
            .Select(a => new BalanceAccount(a.Key, a.Value.Opening, a.Value.Closing, sums.Areas.Count(area =>
                area.Key.Status == a.Key && area.Value > AreaQuestion.NegligibleMicro)))],
        [.. sums.Flows.Where(f => f.Value != 0).Select(f => new BalanceFlow(f.Key.Item1, f.Key.Item2, f.Key.Item3, f.Value, f.Key.Item4))
            .OrderBy(f => f.Heading).ThenBy(f => f.From).ThenBy(f => f.To)]);
}
