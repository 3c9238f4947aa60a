namespace Furrow.Store.Tests;

/// <summary>A ledger file in a folder of its own that goes when the test ends.</summary>
internal sealed class TemporaryLedger : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("furrow-store-").FullName;

    internal string Path => System.IO.Path.Combine(Folder, "exercise.furrow");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
