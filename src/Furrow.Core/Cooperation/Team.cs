using System.Collections.Immutable;
using Furrow.Core.Log;

namespace Furrow.Core.Cooperation;

/// <summary>A team as it is known.</summary>
/// <param name="Organisation">Whose it is, as it was recorded: that one may have been merged since.</param>
/// <param name="Act">Which made it known.</param>
public sealed record Team(Guid Id, string Code, string Name, Guid Organisation, TeamWork Work, DateOnly FormedOn, Act Act)
{
    /// <summary>What else it is called, former codes and names among them.</summary>
    public ImmutableList<string> Aliases { get; init; } = [];

    /// <summary>The last day it was there.</summary>
    public DateOnly? DisbandedOn { get; init; }

    /// <summary>It was recorded by mistake.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Everything it is called, its code first.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name).Prepend(Code);

    public DayRange Days => new(FormedOn, DisbandedOn);

    public bool IsCalled(string name) => Names.Any(n => Codes.AreSame(n, name));

    /// <summary>Whether it is there on a day.</summary>
    public bool IsThere(DateOnly day) => !IsWithdrawn && Days.Holds(day);
}

/// <summary>A time of somebody in a team.</summary>
/// <param name="Also">Another team, or another function, on the same days was said to be meant.</param>
/// <param name="Act">Which recorded it.</param>
public sealed record Membership(Guid Id, Guid Team, Guid Person, PersonFunction Function, DateOnly JoinedOn, bool Also, Act Act)
{
    /// <summary>The last day in it, as it was recorded; a team that was disbanded ends it too.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>It was recorded by mistake.</summary>
    public bool IsWithdrawn { get; init; }

    public DayRange Days => new(JoinedOn, LeftOn);
}
