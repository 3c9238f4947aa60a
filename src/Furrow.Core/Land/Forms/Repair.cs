namespace Furrow.Core.Land;

/// <summary>What was mended in a drawn ring before the ledger could use it, and by how many m² that changed the area.</summary>
public sealed record Repair(string Code, Phrase Phrase, double AreaChangeSquareMetres)
{
    public string Sentence => Phrase.ToString();
}
