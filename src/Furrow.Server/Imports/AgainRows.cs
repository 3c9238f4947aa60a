namespace Furrow.Server.Imports;

/// <summary>What becomes of rows whose content the programme has already, from another file or in another format.</summary>
public enum AgainRows : byte
{
    /// <summary>Left out, once a person has said so.</summary>
    Ask,
    Leave,

    /// <summary>Each becomes a report beside the one that says the same.</summary>
    Take,
}
