using System.Collections.Immutable;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Programmes;

/// <summary>What a programme knows beside land and reports, in a snapshot: genesis, versions, decisions, published figures, and facts nobody could read.
/// </summary>
internal static class ProgrammeSection
{
    /// <summary>Changes whenever the fold of these facts or this form changes.</summary>
    public const int Version = 3;

    public static void Write(ProgrammeState state, Action<ReadOnlyMemory<byte>> sink)
    {
        var to = new ByteWriter(sink);
        to.Put(Version);
        to.Put(state.Position);
        to.Put(state.Opened is not null);
        if (state.Opened is { } opened)
        {
            FactSnapshot.Write(to, opened);
        }

        to.PutAll(state.Decisions, FactSnapshot.Write);
        to.PutAll([.. state.Figures], FactSnapshot.Write);
        to.PutAll(state.Unread, static (to, unread) =>
        {
            to.Put(unread.Position);
            to.Put(unread.Name);
            to.Put(unread.Version);
            to.Put((int)unread.Scopes);
        });
        to.Put(state.HeldBack);
        to.Put(state.Versions.Engine);
        to.Put(state.Versions.Moves);
        to.Put(state.Versions.Profile);
        to.Put(state.TimeZone);
        to.Put(state.Profile.Version);
        to.PutTexts([.. ProfileSettings.Changed(state.Profile).OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => (string[])[s.Key, s.Value])]);
        to.Flush();
    }

    public static ProgrammeState Read(ReadOnlyMemory<byte> bytes, long position)
    {
        var from = new ByteReader(bytes);
        if (from.Int() != Version || from.Long() != position)
        {
            throw new FormatException("A snapshot of another version, or of another position.");
        }

        var opened = from.Bool() ? FactSnapshot.Read<ProgrammeOpened>(from) : null;
        var decisions = from.All(FactSnapshot.Read<FindingsDecided>);
        var figures = from.All(FactSnapshot.Read<FigurePublished>);
        var unread = from.All(static from => new UnreadFact(from.Long(), from.RequiredText(), from.Int(), (Scopes)from.Int()));
        var state = ProgrammeState.Kept(position, opened, [.. decisions], figures, [.. unread], from.Int(),
            new ProgrammeVersions(from.Int(), from.Int(), from.Int()), from.Text(), ProfileOf(from.Int(), from.Texts()));
        return from.IsAtEnd ? state : throw new FormatException("Bytes after the end of a snapshot.");
    }

    private static CheckSettings ProfileOf(int version, string[] texts) => texts.Length % 2 != 0
        ? throw new FormatException("A setting without a value.")
        : ProfileSettings.Of(version, texts.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]));
}

public sealed partial class ProgrammeState
{
    /// <summary>A state from a snapshot, without land and reports.</summary>
    internal static ProgrammeState Kept(long position, ProgrammeOpened? opened, ImmutableList<FindingsDecided> decisions,
        IReadOnlyList<FigurePublished> figures, ImmutableList<UnreadFact> unread, int heldBack, ProgrammeVersions versions,
        string? timeZone, CheckSettings profile) => new()
    {
        Position = position,
        Opened = opened,
        Decisions = decisions,
        FiguresById = figures.ToImmutableDictionary(f => f.Figure),
        FigureOrder = [.. figures.Select(f => f.Figure)],
        Unread = unread,
        HeldBack = heldBack,
        Versions = versions,
        TimeZone = timeZone,
        Profile = profile,
    };

    internal ProgrammeState WithSubjects(LandLedger land, ReportBook book) => new()
    {
        Position = Position,
        Opened = Opened,
        Land = land,
        Book = book,
        Decisions = Decisions,
        Unread = Unread,
        HeldBack = HeldBack,
        Versions = Versions,
        TimeZone = TimeZone,
        Profile = Profile,
        FiguresById = FiguresById,
        FigureOrder = FigureOrder,
    };
}
