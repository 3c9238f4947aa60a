using Microsoft.Data.Sqlite;

namespace Furrow.Exchange.Tests.GeoPackage;

/// <summary>Which layer of a GeoPackage is read.</summary>
public sealed class LayerTests
{
    private const string Case = "files/44-gpkg-layers/a.gpkg";

    [Fact]
    public void Names_differ_in_case_and_are_one() => Assert.Equal(3, CaseFile.Read("files/41-gpkg-case/a.gpkg").Rows.Count(r => r.Problem is null));

    [Fact]
    public void A_view_is_a_layer_that_is_asked_about() => Assert.Equal(["layer-not-named"], CaseFile.Read(Case).Problems.Select(p => p.Code));

    /// <summary>A code of a column with a domain is read as what the sender sees; another stays as it is, to be asked about.</summary>
    [Theory]
    [InlineData("2", "Cleared", "Cleared")]
    [InlineData("2", "", "2")]
    [InlineData("7", "Cleared", "2")]
    public void A_code_is_read_by_the_domain_of_its_column(string code, string meaning, string read) => Assert.All(
        WithState("", $"(constraint_name, constraint_type, value, description) VALUES ('s', 'enum', '{code}', '{meaning}')").Rows,
        r => Assert.Equal(read, r["state"]));

    [Theory]
    [InlineData("min NUMERIC, max NUMERIC", "min, max", "0, 1", "'state' of 3 rows lies outside the range that the file itself gives the column (0 to 1). "
        + "The numbers were read as they stand.")]
    [InlineData("min NUMERIC, max NUMERIC", "min, max", "3, NULL", "'state' of 3 rows lies outside the range that the file itself gives the column (3 to –). "
        + "The numbers were read as they stand.")]
    [InlineData("min NUMERIC, max NUMERIC", "min, max", "0, 2", "")]
    [InlineData("other TEXT, more TEXT", "other, more", "0, 1", "")]
    public void A_number_beyond_the_range_of_its_column_is_said(string columns, string names, string bounds, string said)
    {
        var read = WithState(", " + columns, $"(constraint_name, constraint_type, {names}) VALUES ('s', 'range', {bounds})");
        Assert.All(read.Rows, r => Assert.Equal("2", r["state"]));
        Assert.Equal(said, string.Join(' ', read.Warnings.Where(w => w.Code == "beyond-range").Select(w => w.Sentence)));
    }

    [Theory]
    [InlineData("areas", "")]
    [InlineData("AREAS", "")]
    [InlineData("v", "layer-computed")]
    [InlineData("w", "layer-unknown")]
    public void The_one_that_is_named_is_read_unless_it_is_computed(string layer, string code)
    {
        var read = CaseFile.Read(Case, new() { Layer = layer });
        Assert.Equal(code, string.Join(' ', read.Problems.Select(p => p.Code)));
        Assert.Equal(code.Length == 0 ? 3 : 0, read.Rows.Count);
    }

    /// <summary>A file with a column of state, which is 2 in every row, and what the file says of it.</summary>
    /// <param name="columns">Of the table of constraints, beside those it always has.</param>
    private static Reading WithState(string columns, string constraint)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "a.gpkg");
            File.WriteAllBytes(file, CaseFile.Bytes("files/41-gpkg-case/a.gpkg"));
            using (var database = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                database.Open();
                using var command = database.CreateCommand();
                command.CommandText = "ALTER TABLE areas ADD COLUMN state INTEGER DEFAULT 2; "
                    + "CREATE TABLE gpkg_data_columns (table_name TEXT, column_name TEXT, constraint_name TEXT); "
                    + $"CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT, constraint_type TEXT, value TEXT, description TEXT{columns}); "
                    + "INSERT INTO gpkg_data_columns VALUES ('Areas', 'STATE', 's'); "
                    + "INSERT INTO gpkg_data_column_constraints " + constraint;
                command.ExecuteNonQuery();
            }

            return Reading.Of(SourceFile.At(file));
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
