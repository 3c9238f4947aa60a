using Furrow.Server.Imports;

namespace Furrow.Server.Pages.Import;

/// <summary>How far a file is that was not applied.</summary>
public enum DraftState
{
    /// <summary>It is being looked through, or written.</summary>
    Working,

    /// <summary>Something has to be said or confirmed first.</summary>
    Open,
    Ready,

    /// <summary>It was read, and no row of it would come in.</summary>
    Nothing,
    Refused,

    /// <summary>The program failed on it.</summary>
    Failed,
}

internal static class DraftStates
{
    /// <summary>By what a look through the file found; null where there is none.</summary>
    public static DraftState Of(ImportPlan? plan) => plan switch
    {
        { IsAsking: false, Problem: not null } or null => DraftState.Refused,
        { Dictionary.Open.Count: > 0 } => DraftState.Open,
        { Account.Taken: 0 } => DraftState.Nothing,
        _ => DraftState.Ready,
    };
}
