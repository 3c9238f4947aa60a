using Furrow.Exchange.Exports;

namespace Furrow.Exchange.Formats;

/// <summary>All writers, by the word people choose them with.</summary>
public static class Writers
{
    public static readonly IReadOnlyList<IFormatWriter> All =
    [
        new GeoJson.GeoJsonWriter(),
        new GeoPackage.GeoPackageWriter(),
        new Shapefile.ShapefileWriter(),
        new Kml.KmlWriter(),
        new Csv.CsvWriter(),
        new Xlsx.XlsxWriter(),
    ];

    /// <summary>By format ("GeoJSON") or extension (".geojson", "geojson"), whatever the case; null when unknown.</summary>
    public static IFormatWriter? Find(string name) => All.FirstOrDefault(w =>
        w.Format.Equals(name, StringComparison.OrdinalIgnoreCase)
            || w.Extension.TrimStart('.').Equals(name.TrimStart('.'), StringComparison.OrdinalIgnoreCase));
}
