using System.Globalization;
using System.Text.Json;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Programmes;
using Furrow.Core.Reports;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Formats;
using Furrow.Server.Programmes;
using Furrow.Trials;
using Xunit;

namespace Furrow.Server.Tests.Exports;

/// <summary>What came in goes out and comes in again: reports, areas and land of a part of each country, in each format, into an empty programme.</summary>
public sealed class CountryRoundTripTests : IDisposable
{
    private const string Whole = "programme.furrow";
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory, MemberData(nameof(TrialCountries.Names), MemberType = typeof(TrialCountries))]
    public void In_each_format_the_same_counts_and_square_metres_come_back(string country)
    {
        using (var folder = new TempFolder())
        {
            CountryPart.Make(_shell, TrialCountries.Open(country, folder.Path));
        }

        var state = State(Whole);
        var (balance, areas) = (Balance(Whole), Areas(Whole));
        Assert.True(areas.Count > 40 && balance.Unlocated.Records > WithoutPolygonAtLeast);
        foreach (var format in Writers.All)
        {
            var reports = There("reports", format, "--as", "mapped");
            Assert.Equal(ReportsTold.Of(Path.Combine(_shell.Folder, Whole)), ReportsTold.Of(Path.Combine(_shell.Folder, reports)));
            Assert.Equal(JsonSerializer.Serialize(balance), JsonSerializer.Serialize(Balance(reports)));
            Assert.Equal(areas, Areas(reports));

            var left = There("areas", format, "--as", "mapped");
            Assert.Equal(areas.Where(a => !a.IsClosed).Select(a => a.AsLeft), Areas(left).Select(a => a.AsLeft));
            Assert.Equal(balance.Unlocated.Hazards, Balance(left).Unlocated.Hazards);

            var land = Balance(There("land", format, "--as", "mapped"));
            Assert.Equal(balance.Accounts.Select(a => (a.Status, a.SquareMetres)), land.Accounts.Select(a => (a.Status, a.SquareMetres)));
        }
    }

    private const int WithoutPolygonAtLeast = 16;

    /// <summary>Out of the whole programme and into an empty one; a shapefile with points is two.</summary>
    private string There(string what, IFormatWriter format, params string[] asWhat)
    {
        var (file, ledger) = ($"{what}{format.Extension}", $"{what}-{format.Format}.furrow");
        var told = _shell.Json("export", what, file, "--as-of", "2016-12-31", "--restricted");
        string[] layers = format.Format == "Shapefile" && told.GetProperty("lost").ToString().Contains("_points of the same archive", StringComparison.Ordinal)
            ? [what == "areas" ? "hazardous_areas" : what, (what == "areas" ? "hazardous_areas" : what) + "_points"] : [];
        foreach (var layer in layers.Length == 0 ? [""] : layers)
        {
            string[] line = ["import", file, .. asWhat, "--on", "2016-12-31", "--organisation", "a copy", "--baseline", "--accept", "a copy", "--apply", "--programme",
                ledger, .. layer.Length > 0 ? (string[])["--layer", layer] : []];
            _shell.Run(line);
            Assert.True(_shell.Error.Length == 0, $"{file} {layer}: {_shell.Error} {_shell.Out}");
        }

        return ledger;
    }

    private ProgrammeState State(string ledger)
    {
        using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, ledger)).Get();
        return programme.State;
    }

    private sealed record Account(string Status, decimal SquareMetres, int Areas);

    private sealed record Unlocated(int Records, double StatedSquareMetres, int Hazards);

    private sealed record Books(IReadOnlyList<Account> Accounts, Unlocated Unlocated, int OpenAreas);

    private Books Balance(string ledger)
    {
        var told = _shell.Json("balance", "--as-of", "2016-12-31", "--programme", ledger);
        Assert.Equal(0m, told.GetProperty("trialBalanceSquareMetres").GetDecimal());
        var unlocated = State(ledger).Land.CountingClaims().Where(c => c.IsUnlocated).ToList();
        return new Books([.. told.GetProperty("accounts").EnumerateArray().Select(a => new Account(a.GetProperty("status").GetString()!,
                a.GetProperty("areaSquareMetres").GetDecimal(), a.GetProperty("hazardousAreas").GetInt32()))],
            new Unlocated(unlocated.Count, unlocated.Sum(c => c.StatedSquareMetres ?? 0),
                unlocated.Count(c => c.Effect is LandEffect.Suspect or LandEffect.Confirm)),
            told.GetProperty("hazardousAreas").GetProperty("closing").GetInt32());
    }

    private sealed record Area(string Label, string Code, string? Name, string State, string Status, decimal Registered, decimal Remaining,
        decimal Released, decimal InBalance)
    {
        public bool IsClosed => State is "closed" or "discredited" or "passed-on";

        /// <summary>What an export of areas holds of it: what is left.</summary>
        public string AsLeft => string.Create(CultureInfo.InvariantCulture, $"{Label} {Code} {Name} {Status} {Remaining}");
    }

    private List<Area> Areas(string ledger) => [.. _shell.Json("areas", "--as-of", "2016-12-31", "--programme", ledger).GetProperty("areas").EnumerateArray()
        .Select(a => new Area(a.GetProperty("label").GetString()!, a.GetProperty("code").GetString()!, a.GetProperty("name").GetString(),
            a.GetProperty("state").GetString()!, a.GetProperty("status").GetString()!,
            Of(a, "registered"), Of(a, "remaining"), Of(a, "released"), Of(a, "inBalance")))];

    private static decimal Of(JsonElement area, string what) => area.GetProperty(what + "SquareMetres").GetDecimal();
}
