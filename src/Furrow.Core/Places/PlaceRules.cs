using Furrow.Core.Log;

namespace Furrow.Core.Places;

/// <summary>How boundaries come into a ledger.</summary>
public static class PlaceRules
{
    /// <summary>Longest name, source or version.</summary>
    public const int LongestText = 120;

    public static Ruling Load(IKnown known, PlacesLoaded loaded)
    {
        var fact = loaded with { Name = loaded.Name.Trim(), Source = loaded.Source.Trim(), Version = loaded.Version.Trim() };
        return new[] { fact.Name, fact.Source, fact.Version }.Any(text => Codes.IsBlank(text) || text.Length > LongestText || text.Any(char.IsControl))
                ? Problems.PlacesFieldMissing(LongestText)
            : fact.Places.Count == 0 ? Problems.PlacesWithoutLand(fact.Name)
            : known.Of<PlaceSets>().All.Any(s => Codes.AreSame(s.Set.Name, fact.Name) && Codes.AreSame(s.Set.Version ?? "", fact.Version))
                ? Problems.PlacesLoadedAlready(fact.Name, fact.Version)
            : [fact];
    }
}
