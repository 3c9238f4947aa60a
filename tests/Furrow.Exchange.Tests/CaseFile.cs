namespace Furrow.Exchange.Tests;

/// <summary>The named cases that lie beside the tests.</summary>
public static class CaseFile
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    /// <summary>By its name under all cases: "files/07-cpg/oem.shp".</summary>
    public static SourceFile At(string name) => SourceFile.At(Path.Combine([Folder, .. name.Split('/')]));

    public static Reading Read(string name, ReadOptions? options = null) => Reading.Of(At(name), options);

    public static byte[] Bytes(string name)
    {
        using var stream = At(name).Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
