using Furrow.Core.Log;

namespace Furrow.Core.Reports;

/// <summary>What can happen to a report in its review.</summary>
public enum ReviewAct : byte
{
    Submitted = 0,
    Checked = 1,
    Returned = 2,
    Rejected = 3,

    /// <summary>Sent in again after it was returned, word for word as it was.</summary>
    SentAgain = 4,

    /// <summary>Sent in again after it was returned, with another content: whoever did that is an author of it from then on.</summary>
    Mended = 5,
    Accepted = 6,

    /// <summary>Another report replaced its content.</summary>
    Corrected = 7,

    /// <summary>Another report took it away.</summary>
    Withdrawn = 8,

    /// <summary>The withdrawal was itself taken back: it counts again.</summary>
    Restored = 9,

    /// <summary>Its whole batch was taken back.</summary>
    Undone = 10,
}

/// <summary>A step of a report's review that no register holds: checked, returned, rejected, sent in again. Reports that went through the same steps hold
/// the same objects, so a batch that was looked over as one costs one of them.</summary>
/// <param name="Before">The step before; null after the first submission.</param>
public sealed record ReviewStep(ReviewAct What, Act Act, ReviewStep? Before)
{
    /// <summary>This step and those before it, the last one first.</summary>
    public IEnumerable<ReviewStep> Backwards()
    {
        for (var step = this; step is not null; step = step.Before)
        {
            yield return step;
        }
    }
}

/// <summary>A line of a report's whole review.</summary>
/// <param name="Acceptance">The number under which it happened, for what stands in the register of acceptances.</param>
/// <param name="Through">The report that corrected, withdrew or restored it.</param>
public sealed record ReviewLine(ReviewAct What, Act Act, int? Acceptance = null, Guid? Through = null);
