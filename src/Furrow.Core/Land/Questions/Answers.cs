namespace Furrow.Core.Land.Questions;

/// <summary>A named set of boundaries a table is split by. Place names are attributed: the set says whose they are.</summary>
public sealed record PlaceSet(string Name, IReadOnlyList<Place> Places)
{
    /// <summary>Whose boundaries they are; null for those of a file that is not in the ledger.</summary>
    public string? Source { get; init; }

    /// <summary>Which edition; null as above.</summary>
    public string? Version { get; init; }

    /// <summary>The name with edition and source, where they are known: "Municipalities 2013 (State survey)".</summary>
    public override string ToString() => Source is null ? Name : $"{Name} {Version} ({Source})";
}

public sealed record Place(string Name, Shape Shape);

/// <summary>What a balance may be broken down by, beside status.</summary>
public enum BalanceGroup
{
    Place,

    /// <summary>Each kind of contamination: land of several kinds stands in several lines, so these do not add up to the whole.</summary>
    Kind,
    Organisation,
    Team,
    Method,
    Donor,
    Year,
    HazardousArea,
}

/// <param name="AsOf">Closing date, included.</param>
/// <param name="From">First day of the period; null means since the beginning.</param>
/// <param name="KnownAt">Acceptance number; null means now.</param>
/// <param name="Kind">One kind, or Overall, or Custody.</param>
public sealed record BalanceQuestion(DateOnly AsOf, DateOnly? From = null, int? KnownAt = null, KindSet Kind = KindSet.Overall,
    BalanceGroup? By = null, PlaceSet? Places = null)
{
    /// <summary>Of a breakdown by organisation: what to count the name a report carries under; null: under itself.</summary>
    public Func<string, string>? OrganisationOf { get; init; }
}

/// <summary>All areas are whole 1e-6 m²: print them with <see cref="AreaText"/>.</summary>
/// <param name="TrialBalanceMicro">Sum over all accounts of |opening + postings − closing|, where closing is summed from faces by code that
/// does not read postings. Zero, or the ledger is broken.</param>
public sealed record BalanceAnswer(BalanceQuestion Question, int KnownAt, long TrialBalanceMicro, IReadOnlyList<BalanceAccount> Accounts,
    IReadOnlyList<BalanceFlow> Flows, UnlocatedAccount Unlocated, IReadOnlyList<BalanceRow> Rows, AreaCount Count)
{
    /// <summary>Of a breakdown by place: land in more than one of the places, in 1e-6 m². It counts in the first of them alone.</summary>
    public long SharedMicro { get; init; }
}

/// <param name="HazardousAreas">Hazardous areas that hold land in this status at the closing date.</param>
public sealed record BalanceAccount(LandStatus Status, long OpeningMicro, long ClosingMicro, int HazardousAreas);

/// <param name="Heading">See <see cref="Heading"/>: regular moves, baseline, and everything kept under its own heading (re-survey, second
/// release, rounding ...).</param>
/// <param name="Baseline">History before the ledger: an opening under its own heading, never the output of a year.</param>
public sealed record BalanceFlow(LandStatus From, LandStatus To, Heading Heading, long AreaMicro, bool Baseline = false);

public sealed record UnlocatedAccount(int Records, double StatedSquareMetres, int RecordsWithoutStatedArea)
{
    /// <summary>Records with a single point.</summary>
    public int WithPoint { get; init; }

    /// <summary>Records with the name of a place and no point.</summary>
    public int ByPlace { get; init; }

    public int Nowhere => Records - WithPoint - ByPlace;
}

/// <summary>One line of the breakdown: m² by status of one group value (closing), and what moved there in the period.</summary>
public sealed record BalanceRow(string Group, IReadOnlyList<BalanceAccount> Accounts, IReadOnlyList<BalanceFlow> Flows)
{
    /// <summary>What people read for the group: itself, but for hazardous areas without a code.</summary>
    public string Label { get; init; } = Group;
}

/// <summary>The books in count: hazardous areas open at the start + opened − closed = open at the end.</summary>
public sealed record AreaCount(int Opening, int Opened, int Closed, int Closing);

/// <summary>A status that holds from a day on, and the claim that made it so (−1: none did).</summary>
public readonly record struct StatusSince(int Day, LandStatus Status, int Claim, Heading Heading)
{
    public DateOnly On => DateOnly.FromDayNumber(Day);
}

/// <summary>The dated statuses of a piece of land for some kinds (those that share them), or Overall, or Custody. First entry is the
/// earliest; before it: unrecorded.</summary>
public sealed record StatusHistory(KindSet Kinds, IReadOnlyList<StatusSince> Since)
{
    public LandStatus At(DateOnly day)
    {
        var status = Kinds == KindSet.Custody ? LandStatus.NotHandedOver : LandStatus.Unrecorded;
        foreach (var s in Since)
        {
            if (s.Day > day.DayNumber)
            {
                break;
            }

            status = s.Status;
        }

        return status;
    }
}

/// <summary>The full history of one spot: what it is for each kind, and every accepted claim over it, in the ledger's order, each with the
/// heading it was journalled under.</summary>
public sealed record SpotHistory(GridPoint At, int KnownAt, IReadOnlyList<StatusHistory> Histories, IReadOnlyList<SpotClaim> Claims);

public sealed record SpotClaim(LandClaim Claim, IReadOnlyList<SpotMove> Moves);

public sealed record SpotMove(KindSet Kinds, LandStatus From, LandStatus To, Heading Heading);

/// <summary>Faces of one cell that share their whole status history, dissolved into one multipolygon.</summary>
public sealed record LandFeature(CellId Cell, IReadOnlyList<StatusHistory> Histories, Shape Shape, long AreaMicro, IReadOnlyList<int> Claims);

/// <summary>Why a figure moved between two acceptances: postings with cause in (After, Until], by cause and report.</summary>
public sealed record Restatement(int After, int Until, DateOnly AsOf, KindSet Kind, IReadOnlyList<RestatementLine> Lines);

/// <param name="Cause">Acceptance number.</param>
public sealed record RestatementLine(int Cause, Guid Report, string ReportCode, LandStatus Status, long ChangeMicro);

/// <summary>The effort ledger: m² worked, everything counted as often as it was done.</summary>
public sealed record EffortRow(string Organisation, string? Team, string? Method, string? Donor, int Year, LandEffect Effect, bool Baseline, int Claims,
    long WorkedMicro);

/// <summary>From m² worked to net change of status: worked = sum of the lines, exactly.</summary>
public sealed record EffortBridge(long WorkedMicro, IReadOnlyList<BridgeLine> Lines);

public sealed record BridgeLine(Heading Heading, LandStatus From, LandStatus To, long AreaMicro);

public enum AreaState
{
    Unlocated,
    Open,
    WorkedOn,
    PartlyReleased,
    Closed,
    Discredited,

    /// <summary>Nothing is left of it but land that is still a hazard under the areas that grew out of it.</summary>
    PassedOn,
}

/// <summary>A hazardous area as a thing with a name, as of a date and as known at an acceptance. Its m² are those inside its own outline, whichever
/// area the land balance counts them under: registered = remaining + passed on + released.</summary>
/// <param name="Code">Names it for programs and in addresses; an area without a code has an id (<see cref="AreaCode"/>).</param>
/// <param name="RegisteredMicro">Inside its own outline.</param>
/// <param name="RemainingMicro">Still a hazard, and not passed on to an area that grew out of it.</param>
/// <param name="ReleasedMicro">Released inside its outline, by reports that name it or not.</param>
public sealed record HazardousAreaAnswer(string Code, string? Name, AreaState State, LandStatus Status, long RegisteredMicro, long RemainingMicro,
    long ReleasedMicro, DateOnly FirstReported, DateOnly LastReported, KindSet Kinds, IReadOnlyList<Guid> Reports,
    IReadOnlyList<string> Predecessors, IReadOnlyList<string> Successors, IReadOnlyList<string> Aliases, double? StatedSquareMetres, GridBox Bounds)
{
    /// <summary>What people read: its code; where nobody gave it one, the code of its first report.</summary>
    public required string Label { get; init; }

    /// <summary>Somebody gave it a code.</summary>
    public bool HasCode => !AreaCode.IsNameless(Code);

    /// <summary>Part of what remains that is confirmed.</summary>
    public long ConfirmedMicro { get; init; }

    /// <summary>Still a hazard, under areas that grew out of it.</summary>
    public long PassedOnMicro { get; init; }

    /// <summary>Part of what remains that the land balance counts under this area: each m² counts once.</summary>
    public long InBalanceMicro { get; init; }

    /// <summary>The rest of what remains: the areas over it that the balance counts it under.</summary>
    public IReadOnlyList<AreaShare> CountedUnder { get; init; } = [];

    /// <summary>The other way round: areas with remaining land that the balance counts under this one.</summary>
    public IReadOnlyList<AreaShare> CountedHere { get; init; } = [];

    /// <summary>The reports that released land inside its outline, in the order of the ledger, whichever area they name; their m² make up what is released.
    /// </summary>
    public IReadOnlyList<AreaRelease> ReleasedBy { get; init; } = [];

    /// <summary>Released land the balance holds under its name outside its outline, as when a clearance reached further.</summary>
    public long ReleasedOutsideMicro { get; init; }

    /// <summary>Whether some of what remains is suspected, or confirmed; a trace of rounding is not.</summary>
    public bool HasLandIn(LandStatus hazard) =>
        (hazard == LandStatus.Confirmed ? ConfirmedMicro : RemainingMicro - ConfirmedMicro) > AreaQuestion.NegligibleMicro;

    /// <summary>The balance counts some of what remains under another area.</summary>
    public bool DiffersFromBalance => InBalanceMicro != RemainingMicro;
}

/// <summary>Land an area shares with another. Without code and label: land the balance counts under no area.</summary>
public sealed record AreaShare(string Code, string Label, long AreaMicro);

/// <summary>A report that released land inside the outline of an area.</summary>
/// <param name="AreaCode">The area it was recorded under, by its code and by what people read; empty where it names none.</param>
/// <param name="AreaMicro">What is released by it, and by none after it.</param>
/// <param name="IsOwn">It speaks of this very area.</param>
public sealed record AreaRelease(Guid Report, string ReportCode, DateOnly On, string AreaCode, string AreaLabel, long AreaMicro, bool IsOwn);
