using System.Text.Json;
using Furrow.Core.Cooperation;
using Furrow.Core.Drills.Exercises;
using Furrow.Core.Programmes;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Xlsx;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Intents;

/// <summary>136 people in 8 teams from one spreadsheet: tried, refused by cell, written as one, and taken back as one.</summary>
public sealed class EngagementTableTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    private static readonly ExportColumn[] Columns =
    [
        new("Name", ExportType.Text), new("Service code", ExportType.Text), new("Team", ExportType.Text), new("Function", ExportType.Text),
        new("EOD level", ExportType.Text), new("Certificate number", ExportType.Text), new("Issued", ExportType.Date), new("Expires", ExportType.Date),
        new("Insured until", ExportType.Date), new("Languages", ExportType.Text),
    ];

    private readonly Shell _shell = new();

    public EngagementTableTests()
    {
        var path = Path.Combine(_shell.Folder, "programme.furrow");
        Programme.Open(path, Genesis.OfFile(path, "ann", TimeProvider.System)).Get().Dispose();
        Assert.Equal(0, _shell.Run("organisation", "register", "EXERCISE contingent", "--kind", "military-contingent", "--reason", "they came"));
    }

    public void Dispose() => _shell.Dispose();

    private string[] Line(params string[] more) =>
    [
        "rows", "person-engage", "contingent.xlsx", "--set", "organisation=EXERCISE contingent", "--set", "from=2021-12-15", "--set", "newTeam=yes",
        "--set", "work=manual-clearance", .. more,
    ];

    private void Write(IEnumerable<ExportRow> rows)
    {
        using var file = File.Create(Path.Combine(_shell.Folder, "contingent.xlsx"));
        new XlsxWriter().Write(new ExportTable("contingent", false, ExportGeometry.None, Columns, rows), file);
    }

    private static ExportRow Row(ExercisePerson p) => new([p.Name, p.ServiceCode, p.Team, p.Function.ToString().ToLowerInvariant() switch
    {
        "teamleader" => "Team leader",
        "eodoperator" => "EOD operator",
        "doghandler" => "Dog handler",
        var word => word,
    }, p.Level is null ? null : "2", p.CertificateNumber, p.IssuedOn, p.ExpiresOn, p.InsuredUntil, string.Join("; ", p.Languages)]);

    private ProgrammeState State
    {
        get
        {
            using var programme = Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();
            return programme.State;
        }
    }

    /// <summary>People, teams, members, services, certificates and insurances that stand.</summary>
    private static string Counts(ProgrammeState state) => string.Join(' ', state.People.All.Count(p => !p.IsWithdrawn), state.Of<TeamRegister>().All.Count(),
        state.Of<TeamRegister>().All.Sum(t => state.Of<TeamRegister>().Members(t.Id, Today).Count),
        state.Of<PersonnelRegister>().RecordedServices.Count(s => !s.IsWithdrawn),
        state.Of<QualificationRegister>().RecordedCertificates.Count(c => !c.IsWithdrawn),
        state.Of<PersonnelRegister>().RecordedInsurances.Count(i => !i.IsWithdrawn));

    [Fact]
    public void A_contingent_is_tried_written_and_taken_back_as_one()
    {
        Write(ExercisePeople.All.Select(Row));
        Assert.Equal(0, _shell.Run(Line()));
        Assert.Contains("136 rows accepted, 0 refused. Nothing is written without --apply.", _shell.Out, StringComparison.Ordinal);
        Assert.Equal("1 0 0 0 0 0", Counts(State));

        Assert.Equal(0, _shell.Run(Line("--apply", "--reason", "their list")));
        var state = State;
        Assert.Equal("137 8 136 136 12 135", Counts(state));
        var teams = state.Of<TeamRegister>();
        var lapsed = state.Of<QualificationRegister>().RecordedCertificates.Where(c => c.ExpiresOn < Today).ToList();
        Assert.Equal(7, lapsed.Count);
        Assert.All(lapsed, c => Assert.Equal(["qualification-lapsed"], Qualification.Ask(state, c.Person, EodLevel.Eod2, Today).WhyNot.Select(p => p.Code)));
        Assert.Equal(["T-2", "T-5", "T-8"], teams.All.Where(t => !teams.Members(t.Id, Today)
            .Any(m => Qualification.Ask(state, m.Person, EodLevel.Eod2, Today).IsHeld)).Select(t => t.Code));
        Assert.Equal(["T-6 Medic"], teams.All.SelectMany(t => teams.Members(t.Id, Today).Where(m => state.Of<PersonnelRegister>().InsuranceOf(m.Person, Today) is null)
            .Select(m => $"{t.Code} {m.Function}")));

        Assert.Equal(1, _shell.Run(Line("--apply")));
        Assert.Contains("0 rows accepted, 136 refused.", _shell.Out, StringComparison.Ordinal);
        Assert.Contains("contingent.xlsx, row 2, field Service code: Somebody else is called by this service code already", _shell.Out, StringComparison.Ordinal);

        var table = state.Of<EngagementRegister>().All.Single().Id.ToString();
        Assert.Equal(0, _shell.Run("engagement", "take-back", "--engagement", table, "--reason", "the wrong list"));
        Assert.Equal("1 0 0 0 0 0", Counts(State));
        Assert.Equal(1, _shell.Run("engagement", "take-back", "--engagement", table, "--reason", "again"));
        Assert.Equal(0, _shell.Run(Line("--apply", "--reason", "their list after all")));
        Assert.Equal("137 8 136 136 12 135", Counts(State));
        Assert.Equal(0, _shell.Run("verify"));
    }

    /// <summary>What was recorded since of what came of a table is not lost with it.</summary>
    [Fact]
    public void A_table_that_others_build_on_is_not_taken_back()
    {
        Write(ExercisePeople.All.Take(3).Select(Row));
        Assert.Equal(0, _shell.Run(Line("--apply", "--reason", "their list")));
        Assert.Equal(0, _shell.Run("insurance", "record", "--whom", "XB-0001", "--from", "2024-01-01", "--reason", "another policy"));
        Assert.Equal(1, _shell.Run("engagement", "take-back", "--engagement", State.Of<EngagementRegister>().All.Single().Id.ToString(), "--reason", "wrong"));
        Assert.Equal("4 1 3 3 1 4", Counts(State));
    }

    /// <summary>Each bad row is named by its cell, and nothing is written by half.</summary>
    [Fact]
    public void Bad_rows_are_named_by_cell()
    {
        const string good = "EXERCISE Good,C-1,T-1,Deminer,,,,,31.12.2027,tr\n";
        (string Row, string Said)[] bad =
        [
            ("EXERCISE A,C-2,T-1,Deminer,2,N-1,,,,", "field Issued: A level needs the day its certificate was issued. [engaged-without-issue]"),
            ("EXERCISE B,C-3,T-1,Deminer,4,N-1,2024-01-01,,,", "field EOD level:"),
            ("EXERCISE C,C-4,T-1,Deminer,2,N-1,01/02/2024,,,", "field Issued:"),
            ("EXERCISE D,C-5,T-1,Deminer,2,N-1,2024-01-01,2023-01-01,,", "field Expires: It was issued on 2024-01-01: it cannot expire before."),
            ("EXERCISE E,C-6,T-1,,,,,,,", "field Function: Say the function they have in the team."),
            (",,T-1,Deminer,,,,,,", "field Name: Name the person, or give the service code that stands for the name."),
            ("EXERCISE F,c-1,T-1,Deminer,,,,,,", "field Service code: Somebody else is called by this service code already"),
            ("EXERCISE Good,,T-1,Deminer,,,,,,", "field Name: Somebody of this name is known already"),
            ("EXERCISE Gооd,C-9,T-1,Deminer,,,,,,", "field Name:"),
            ("EXERCISE H,C-10,Т-1,Deminer,,,,,,", "field Team: 'Т-1' looks like 'T-1'"),
            ("EXERCISE I,C-11,T-1,Cook,,,,,,", "field Function:"),
            ("EXERCISE J,C-12,T-1,Deminer,,,,,2001-01-01,", "field Insured until: The insurance would end before it begins."),
            ("EXERCISE K,C-13,T-1,Deminer,,,,,,Russian", "field Languages:"),
            ("EXERCISE L,C-14,T-1,Deminer,,N-7,,,,", "field EOD level: Say which level the certificate is for."),
        ];
        File.WriteAllText(Path.Combine(_shell.Folder, "bad.csv"), string.Join(',', Columns.Select(c => c.Name)) + "\n" + good
            + string.Concat(bad.Select(b => b.Row + "\n,,,,,,,,,\n")));
        var line = Line("--apply").Select(word => word == "contingent.xlsx" ? "bad.csv" : word).ToArray();
        Assert.Equal(1, _shell.Run(line));
        Assert.All(bad, b => Assert.Contains(b.Said, _shell.Out, StringComparison.Ordinal));
        Assert.Contains($"1 rows accepted, {bad.Length} refused. Nothing was written", _shell.Out, StringComparison.Ordinal);
        Assert.Equal("1 0 0 0 0 0", Counts(State));
    }
}
