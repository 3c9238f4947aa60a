using Furrow.Server.Imports;

namespace Furrow.Server.Verbs;

/// <summary>The progress of an import, a line for the step at hand.</summary>
internal sealed class ImportProgressLine(VerbHost host) : IProgress<ImportProgress>, IDisposable
{
    private readonly Lock _one = new();
    private string _step = "";
    private ProgressLine? _line;

    public void Report(ImportProgress value)
    {
        lock (_one)
        {
            if (_step != value.Step)
            {
                _line?.Dispose();
                (_step, _line) = (value.Step, new ProgressLine(host, value.Step));
            }

            _line!.Report((value.Done, value.Total));
        }
    }

    public void Dispose() => _line?.Dispose();
}
