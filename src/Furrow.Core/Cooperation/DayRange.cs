namespace Furrow.Core.Cooperation;

/// <summary>Days on end, the first and the last among them.</summary>
/// <param name="Until">The last day; null: no end is known.</param>
public readonly record struct DayRange(DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => From <= day && !(Until < day);

    public bool Overlaps(DayRange other) => !(other.Until < From) && !(Until < other.From);

    /// <summary>The same, ending no later than this day.</summary>
    public DayRange EndingBy(DateOnly? last) => last is { } day && !(Until <= day) ? this with { Until = day } : this;

    /// <summary>The first day both have; they overlap.</summary>
    public DateOnly FirstOfBoth(DayRange other) => From > other.From ? From : other.From;
}
