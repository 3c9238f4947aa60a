using Furrow.Core.Accreditation;
using Furrow.Core.Checks;
using Furrow.Core.Log;

namespace Furrow.Core.Programmes;

/// <summary>What programme this is, and by what it counts its days, judges and computes.</summary>
[Folds(typeof(ProgrammeOpened), typeof(TimeZoneTookEffect), typeof(ProfileTookEffect), typeof(VersionsTookEffect))]
public sealed record ProgrammeRecord : ISubject<ProgrammeRecord>
{
    public static ProgrammeRecord Empty { get; } = new();

    /// <summary>Null before the ledger has begun.</summary>
    public ProgrammeOpened? Opened { get; private init; }

    /// <summary>The act that opened the programme; null before it.</summary>
    public Act? OpenedIn { get; private init; }

    /// <summary>Those in effect. What the genesis entry names are the newest of the release that reads it, or the fact is unread.</summary>
    public ProgrammeVersions Versions { get; private init; } = ProgrammeVersions.Newest;

    /// <summary>IANA id of the zone whose days the programme counts by; null before the ledger has begun.</summary>
    public string? TimeZone { get; private init; }

    /// <summary>The settings by which what comes in is judged: those every programme begins with, until others take effect.</summary>
    public CheckSettings Profile { get; private init; } = CheckSettings.Default;

    /// <summary>The settings by which it is judged who may work: of the same profile.</summary>
    public CooperationSettings Cooperation { get; private init; } = CooperationSettings.Default;

    public ProgrammeRecord Apply(Placed placed) => placed.Fact switch
    {
        ProgrammeOpened opened => Opened is null ? this with { Opened = opened, OpenedIn = placed.Act, TimeZone = opened.TimeZone } : this,
        TimeZoneTookEffect changed => this with { TimeZone = changed.TimeZone },
        ProfileTookEffect changed => this with
        {
            Profile = ProfileSettings.Of(changed.Version, changed.Settings), Cooperation = CooperationProfile.Of(changed.Settings),
        },
        VersionsTookEffect changed => this with { Versions = ProgrammeVersions.Of(changed) },
        _ => this,
    };
}
