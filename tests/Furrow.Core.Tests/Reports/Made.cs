using System.Security.Cryptography;
using System.Text;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Tests.Reports;

/// <summary>Reports for tests: every field that is not named has a plain value.</summary>
internal static class Made
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Report Hazard(int n, string? code = null, bool baseline = false, Guid? corrects = null, string? area = null, SourceRow? source = null) =>
        new()
    {
        Id = Id(n),
        Code = code ?? $"H-{n}",
        Kind = ReportKind.SuspectedHazardousArea,
        End = new ReportDate(new DateOnly(2025, 6, 1)),
        Organisation = "Survey office",
        Kinds = KindSet.ApMines,
        HazardousArea = area,
        Parts = [new ReportPart { Effect = LandEffect.Suspect, Shape = Square(n) }],
        Baseline = baseline,
        Corrects = corrects,
        Source = source,
    };

    public static Report Clearance(int n, string? area = null) => Hazard(n) with
    {
        Kind = ReportKind.Clearance,
        HazardousArea = area,
        Parts = [new ReportPart { Effect = LandEffect.Clear, Shape = Square(n), Method = "manual", DepthSearchedCm = 20 }],
    };

    /// <summary>A square of 0.0001 degrees, each number at a place of its own.</summary>
    public static Shape Square(int n)
    {
        long lon = 10 * GridPoint.PerDegree + n * 1_000_000L, lat = 45 * GridPoint.PerDegree, side = 100_000;
        return new Shape([[[new(lon, lat), new(lon + side, lat), new(lon + side, lat + side), new(lon, lat + side)]]]);
    }

    public static BatchReceived Batch(int n, int rows) =>
        new(Id(n), $"file{n}.geojson", $"sha{n}", "{}", rows, rows, 0, 0, []);

    /// <summary>An act of somebody of this name: the same arguments give the same act.</summary>
    public static Act By(string person, string? reason = null, DateTimeOffset? at = null) =>
        new(IdOf($"{person}|{reason}|{at}"), IdOf(person.Trim().ToUpperInvariant()), at ?? Noon, Door.Verb, 0, string.IsNullOrWhiteSpace(reason) ? null : reason);

    private static readonly string[] Names = ["Ann", "Bea", "Cem", "Cyn", "Dan", "Eve", "Fay", "Imran"];

    public static string NameOf(Guid person) => Names.Single(name => IdOf(name.ToUpperInvariant()) == person);

    /// <summary>Facts at their places, all of one act.</summary>
    public static IEnumerable<Placed> Placed(IEnumerable<IFact> facts, Act? act = null, long after = 0) =>
        facts.Select((fact, i) => new Placed(after + 1 + i, Noon, act ?? By("Ann"), fact));

    public static Guid IdOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>What a rule answers, in a word: the code of its problem, or the names of its facts.</summary>
    public static string Answer(this Ruling ruling) => ruling.Problem?.Code ?? string.Join(' ', ruling.Facts.Select(FactNames.NameOf));

    public static IReadOnlyList<IFact> Get(this Ruling ruling) => ruling.Facts;

    public static ReportBook With(this ReportBook book, Act act, Func<Act, Ruling> rule) => book.After(act, rule(act));

    public static ReportBook Submitted(this ReportBook book, params Report[] reports) =>
        reports.Aggregate(book, (b, r) => b.With(By("Ann"), act => ReportRules.Submit(b, act, r)));

    public static ReportBook Accepted(this ReportBook book, params int[] ids) =>
        book.With(By("Bea"), act => ReportRules.CheckAndAccept(book, act, [.. ids.Select(Id)]));
}
