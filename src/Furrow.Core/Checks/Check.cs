using Furrow.Core.Land;
using Furrow.Core.Reports;

namespace Furrow.Core.Checks;

/// <summary>How severe a finding is. No severity blocks an import: a person decides, for a whole group at once.</summary>
public enum Severity : byte
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Notice = 0,

    /// <summary>Probably wrong, or at odds with another record.</summary>
    Warning = 1,

    /// <summary>Cannot be right as it stands.</summary>
    Error = 2,
}

/// <summary>One data check: a pure function from a draft report and its surroundings to findings. It never throws, whatever the report holds,
/// and knows no clock: today's date is in the context.</summary>
/// <param name="Code">Stable name in files, addresses and decisions; never reused. docs/checks.md documents each one (a test compares).</param>
/// <param name="Severity">The severity when the profile says nothing else.</param>
/// <param name="Title">What the check looks for, in one short sentence.</param>
/// <param name="Judge">Gives the findings in a stable order; an empty sequence when all is well.</param>
public sealed record Check(string Code, Severity Severity, string Title, Func<CheckSubject, IEnumerable<Finding>> Judge)
{
    /// <summary>A quick look whether the check can find anything at all; null asks it always. A draft concerns few of the checks.</summary>
    public Func<CheckSubject, bool>? Concerns { get; init; }
}

/// <summary>What a check found in one report.</summary>
/// <param name="Code">The code of the check.</param>
/// <param name="Phrase">What is wrong with this very record, with its figures.</param>
/// <param name="Fix">How it can be mended.</param>
/// <param name="Cause">What findings of one cause share (a field, a pair of organisations, a kind of damage): with the code, the key of its group.</param>
/// <param name="Part">Part of the report, from 0; null when it concerns the whole report.</param>
/// <param name="AreaMicro">The land concerned, in 1e-6 m²; 0 when no land is.</param>
/// <param name="At">A point to show on the map, when there is one.</param>
public sealed record Finding(string Code, Severity Severity, Phrase Phrase, Fix Fix, Guid Report, string ReportCode, string Cause,
    int? Part = null, long AreaMicro = 0, GridPoint? At = null)
{
    /// <summary>In English, for files and programs.</summary>
    public string Sentence => Phrase.ToString();
}

/// <summary>A proposal for correcting a finding. If it is mechanical it carries the pure function that does it; the rest needs a person.</summary>
/// <param name="Code">Short verb, for example "repair-ring"; findings of one check may propose different fixes.</param>
/// <param name="Mend">Gives the mended draft; null when software cannot know what is right.</param>
/// <param name="MendDrawn">Gives the mended rings (polygon → ring → point); null when the rings are not what is wrong.</param>
public sealed record Fix(string Code, Phrase Phrase, Func<Report, Report>? Mend = null,
    Func<IReadOnlyList<GridPoint[][]>, IReadOnlyList<GridPoint[][]>>? MendDrawn = null)
{
    public string Sentence => Phrase.ToString();

    public bool IsMechanical => Mend is not null || MendDrawn is not null;
}
