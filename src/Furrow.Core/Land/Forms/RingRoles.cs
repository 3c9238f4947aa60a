namespace Furrow.Core.Land;

/// <summary>How the format of a drawing says which of its rings are holes: what its reader knows, and what decides which readings a drawing that is not
/// valid admits (docs/decisions/0004-fill-rule-in-repair.md).</summary>
public enum RingRoles : byte
{
    /// <summary>The first ring of each polygon is its shell, the others are its holes: GeoJSON, WKT, WKB, GeoPackage, KML, one line by hand.</summary>
    Declared,

    /// <summary>Rings stand in one list; shells run clockwise and holes the other way: shapefiles. How the reader has put them together says nothing.</summary>
    ByDirection,
}
