using System.CommandLine;
using Furrow.Core;
using Furrow.Server.Programmes;

namespace Furrow.Server.Verbs;

/// <summary>The zone whose days a programme counts by, said when it is made.</summary>
internal sealed class TimeZoneOption
{
    private readonly Option<string?> _zone = ImportOptionSet.Text("--time-zone",
        "Time zone of the programme this command creates, as an IANA id such as Asia/Baku (default: the zone of this machine).", "ZONE");

    public void AddTo(Command command) => command.Add(_zone);

    /// <summary>The zone of a new programme; for one that is there, refused when it says another.</summary>
    public Outcome<string> ForNew(VerbRun run) => ProgrammeTime.ForNew(run.Get(_zone), run.Host.Clock);

    /// <summary>Why the zone said is not the programme's; null when nothing was said, or that.</summary>
    public Problem? Contradicts(VerbRun run) => run.Get(_zone) is { } zone && zone != run.Time.Id ? Problems.TimeZoneOfAnother(zone, run.Time.Id) : null;
}
