namespace Furrow.Core;

/// <summary>Why an uploaded file is no longer there.</summary>
public enum UploadEnd
{
    /// <summary>Nobody knows: a server forgets at its end what was not applied.</summary>
    Unknown,
    Applied,
    Discarded,
    TooOld,

    /// <summary>Newer ones needed its room.</summary>
    Room,
}
