using Furrow.Core.Log;
using Furrow.Exchange.Exports;
using Furrow.Exchange.Xlsx;
using Furrow.Server.Intents;
using Furrow.Server.Programmes;
using Furrow.Store;

namespace Furrow.Server.Tests.Intents;

/// <summary>The same description reads a table: headings in any of the languages, a verdict for each row by file, row and column, nothing written by
/// half.</summary>
public sealed class IntentTableTests : IDisposable
{
    private const string Azerbaijani = """
        Ad;İşləyir (tarixdən);Axtarış dərinliyi, cm;Briqadanın növü;Sığortalı;İşin payı;Briqadanın rəhbəri;Birləşir;Səbəb
        Şimal;28.02.2026;20;Mina axtaran itlər;bəli;0,5;ANN;;yaz
        Cənub;2026-03-01;;manual;Xeyr;1250.75;;Şimal; ann

        """;

    private readonly Shell _shell = new(intents: IntentList.With(typeof(CrewIntents).Assembly));

    public IntentTableTests()
    {
        var path = Path.Combine(_shell.Folder, "programme.furrow");
        Programme.Open(path, Genesis.OfFile(path, "ann", TimeProvider.System)).Get().Dispose();
    }

    public void Dispose() => _shell.Dispose();

    private Programme Opened() => Programme.OpenForReading(Path.Combine(_shell.Folder, "programme.furrow")).Get();

    private IReadOnlyList<string> Names
    {
        get
        {
            using var programme = Opened();
            return CrewIntents.NamesIn(programme);
        }
    }

    [Fact]
    public void A_table_with_Azerbaijani_headings_is_taken_row_by_row()
    {
        _shell.Write("crews.csv", Azerbaijani);
        var before = Names;
        Assert.Equal(0, _shell.Run("rows", "crew-form", "crews.csv"));
        Assert.Contains("2 rows accepted, 0 refused. Nothing is written without --apply.", _shell.Out, StringComparison.Ordinal);
        Assert.Equal(before, Names);

        Assert.Equal(0, _shell.Run("rows", "crew-form", "crews.csv", "--apply", "--reason", "from the office"));
        Assert.Equal(["Şimal; 2026-02-28; ; 20; 0.5; MineDogs; True; ann; ; ; .", "Cənub; 2026-03-01; ; ; 1250.75; Manual; False; ; Şimal; ; ."],
            Names.Where(n => n.Contains(';', StringComparison.Ordinal)));
        using var programme = Opened();
        var acts = programme.Log.ReadFacts(0).Select(p => p.Act).Where(a => a.Door == Door.Import).DistinctBy(a => a.Id).ToList();
        Assert.Equal(["yaz", "ann"], acts.Select(a => programme.ReaderFor(ReaderPurpose.Review).Open(a.Reason)));
        Assert.Equal(0, _shell.Run("verify"));
    }

    [Fact]
    public void One_refused_row_leaves_everything_unwritten_and_is_named_by_file_row_and_column()
    {
        _shell.Write("crews.csv", Azerbaijani + "Şərq;soon;;;;;;;\nQərb;2026-03-01;400;;;;;;\nann;2026-03-01;;;;;;;\nMərkəz;2026-03-01;;;;;Nobody;;\n");
        var before = Names;
        Assert.Equal(1, _shell.Run("rows", "crew-form", "crews.csv", "--apply"));
        string[] told =
        [
            "refused: crews.csv, row 4, field İşləyir (tarixdən): Working since: \"soon\" is not a date",
            "refused: crews.csv, row 5, field Axtarış dərinliyi, cm: Depth searched: the number is larger than 200 cm.",
            "refused: crews.csv, row 6, field Ad: A crew is called ann already.",
            "refused: crews.csv, row 7, field Briqadanın rəhbəri: Crew leader: there is nothing that is called \"Nobody\".",
            "2 rows accepted, 4 refused. Nothing was written: crews.csv: 4 rows are refused, so none is written.",
        ];
        Assert.All(told, t => Assert.Contains(t, _shell.Out, StringComparison.Ordinal));
        Assert.Equal(before, Names);

        var json = _shell.Json("rows", "crew-form", "crews.csv", "--apply", "--leave-refused");
        Assert.Equal((2, 4), (json.GetProperty("accepted").GetInt32(), json.GetProperty("refused").GetInt32()));
        Assert.Equal((4, "field-not-a-day"), (json.GetProperty("rows")[2].GetProperty("row").GetInt32(),
            json.GetProperty("rows")[2].GetProperty("problem").GetProperty("code").GetString()));
        Assert.Contains("Cənub; 2026-03-01; ; ; 1250.75; Manual; False; ; Şimal; ; .", Names);
        Assert.Equal(before.Count + 4, Names.Count);
    }

    /// <summary>What a workbook itself holds as a day, a number or a truth is one.</summary>
    [Fact]
    public void A_workbook_is_read_by_what_its_cells_are()
    {
        using (var file = File.Create(Path.Combine(_shell.Folder, "crews.xlsx")))
        {
            new XlsxWriter().Write(new ExportTable("crews", false, ExportGeometry.None,
                [new("Название", ExportType.Text), new("Работает с", ExportType.Date), new("Глубина поиска (cm)", ExportType.Whole),
                    new("Доля работы", ExportType.Number), new("Застрахована", ExportType.Truth), new("Код бригады", ExportType.Whole)],
                [new(["Север", new DateOnly(2026, 2, 3), 20, 0.00001, true, 7]), new(["Юг", new DateOnly(2026, 3, 4), null, 12.5, false, null])]), file);
        }

        Assert.Equal(0, _shell.Run("rows", "crew-form", "crews.xlsx", "--apply"));
        Assert.Equal(["Север; 2026-02-03; 7; 20; 0.00001; Manual; True; ; ; ; .", "Юг; 2026-03-04; ; ; 12.5; Manual; False; ; ; ; ."],
            Names.Where(n => n.Contains(';', StringComparison.Ordinal)));
    }

    /// <summary>Rows are judged one after another: a name taken by the row before is taken.</summary>
    [Fact]
    public void A_row_is_judged_on_what_the_rows_before_it_did()
    {
        _shell.Write("crews.csv", "name,since\nWest,2026-01-01\nwest ,2026-01-02\n");
        Assert.Equal(1, _shell.Run("rows", "crew-form", "crews.csv"));
        Assert.Contains("row 3, field name: A crew is called west already.", _shell.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name,since,colour\nW,2026-01-01,red", "[intent-columns-unknown]", "--apply")]
    [InlineData("name,since,colour\nW,2026-01-01,red", null, "--column", "colour=")]
    [InlineData("name,since,colour\nW,2026-01-01,", null)]
    [InlineData("name,begins\nW,2026-01-01", null, "--column", "begins=since")]
    [InlineData("name,begins\nW,2026-01-01", "[intent-column-absent]", "--column", "starts=since")]
    [InlineData("name,begins\nW,2026-01-01", "[field-unknown]", "--column", "begins=start")]
    [InlineData("name,Название,since\nW,V,2026-01-01", "The columns 'name' and 'Название' are both Name.")]
    [InlineData("name\nW", "No column holds Working since, which is required.")]
    [InlineData("name\nW", null, "--set", "since=2026-01-01")]
    [InlineData("name,since,share\nW,2026-01-01,12.500", "field share: Share of the work: \"12.500\" is not a number that can be read in only one way")]
    [InlineData("name,since,share\nW,2026-01-01,\"1,250\"", "[field-not-a-number]")]
    [InlineData("name,since\nW,01.02.2026", "[field-not-a-day]")]
    [InlineData("name,since\nW,2026-01", "[field-not-a-day]")]
    [InlineData("name,since,insured\nW,2026-01-01,perhaps", "[field-not-yes-or-no]")]
    [InlineData("name,since,camp,Latitude\nW,2026-01-01,\"40.5, 48\",", null)]
    [InlineData("name,since,latitude\nW,2026-01-01,40.5", null, "--column", "latitude=")]
    [InlineData("name,since\nW\u202E,2026-01-01", "[field-unseen]")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "Rows are taken from a table, CSV or XLSX, and this is GeoJSON.")]
    public void Nothing_in_a_table_is_guessed(string text, string? told, params string[] said)
    {
        _shell.Write("crews.csv", text + "\n");
        Assert.Equal(told is null ? 0 : 1, _shell.Run(["rows", "crew-form", "crews.csv", .. said]));
        Assert.Contains(told ?? "1 rows accepted, 0 refused.", _shell.Out + _shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crew-burn", "crews.csv", "[intent-unknown]")]
    [InlineData("crew-form", "gone.csv", "[file-missing]")]
    [InlineData("crew-form", "places.geojson", "Rows are taken from a table, CSV or XLSX, and this is GeoJSON.")]
    public void What_cannot_be_done_is_said(string intent, string file, string told)
    {
        _shell.Write("crews.csv", "name\nW\n");
        _shell.Write("places.geojson", GeoText.Collection(GeoText.Square(0, 0)));
        Assert.Equal(1, _shell.Run("rows", intent, file));
        Assert.Contains(told, _shell.Error, StringComparison.Ordinal);
    }
}
