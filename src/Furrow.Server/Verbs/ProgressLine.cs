using System.Globalization;

namespace Furrow.Server.Verbs;

/// <summary>A bar on one line of the terminal for work that takes more than a second; it is wiped when the work ends. Silent when nobody watches.</summary>
internal sealed class ProgressLine(VerbHost host, string work) : IProgress<(long Done, long Total)>, IDisposable
{
    private const int BarWidth = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly long _began = host.Clock.GetTimestamp();
    private readonly Lock _one = new();
    private TimeSpan _next = Patience;
    private int _written;

    public void Report((long Done, long Total) value)
    {
        lock (_one)
        {
            var elapsed = host.Clock.GetElapsedTime(_began);
            if (!host.IsTerminal || elapsed < _next)
            {
                return;
            }

            _next = elapsed + Pace;
            var share = value.Total <= 0 ? 0 : Math.Clamp((double)value.Done / value.Total, 0, 1);
            var full = (int)(share * BarWidth);
            var line = string.Create(CultureInfo.InvariantCulture,
                $"{work} {new string('█', full)}{new string('░', BarWidth - full)} {share:P0} of {value.Total:#,0}");
            host.Error.Write('\r' + line.PadRight(_written));
            _written = line.Length;
        }
    }

    public void Dispose()
    {
        if (_written > 0)
        {
            host.Error.Write('\r' + new string(' ', _written) + '\r');
        }
    }
}
