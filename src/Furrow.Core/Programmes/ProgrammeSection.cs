using System.Collections.Immutable;
using Furrow.Core.Checks;
using Furrow.Core.Cooperation;
using Furrow.Core.Keeping;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;

namespace Furrow.Core.Programmes;

/// <summary>What a programme knows beside land and reports, in a snapshot: genesis, versions, decisions, published figures, and facts nobody could read.
/// </summary>
internal static class ProgrammeSection
{
    /// <summary>Changes whenever the fold of these facts or this form changes.</summary>
    public const int Version = 5;

    public static void Write(ProgrammeState state, Action<ReadOnlyMemory<byte>> sink)
    {
        var to = new ByteWriter(sink);
        to.Put(Version);
        to.Put(state.Position);
        to.Put(state.Opened is not null);
        var acts = new ActSnapshot();
        if (state.Opened is { } opened)
        {
            FactSnapshot.Write(to, opened);
            acts.Write(to, state.OpenedIn!);
        }

        ActSnapshot.WriteTime(to, state.CommittedAt);
        to.PutAll(state.People.All, static (to, person) => FactSnapshot.Write(to, new PersonRegistered(person.Id, person.Name)));
        to.PutAll(state.Decisions, (to, decided) =>
        {
            FactSnapshot.Write(to, new FindingsDecided(decided.Group, decided.Batch, decided.Decision));
            acts.Write(to, decided.Act);
        });
        to.PutAll([.. state.Figures], (to, figure) =>
        {
            FactSnapshot.Write(to, figure.Fact);
            acts.Write(to, figure.Act);
        });
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

        var acts = new ActSnapshot();
        var opened = from.Bool() ? FactSnapshot.Read<ProgrammeOpened>(from) : null;
        var openedIn = opened is null ? null : acts.Read(from);
        var committedAt = ActSnapshot.ReadTime(from);
        var people = from.All(FactSnapshot.Read<PersonRegistered>).Aggregate(People.Empty, (people, fact) => people.Apply(fact));
        var decisions = from.All(from => DecidedGroup.Of(FactSnapshot.Read<FindingsDecided>(from), acts.Read(from)));
        var figures = from.All(from => new PublishedFigure(FactSnapshot.Read<FigurePublished>(from), acts.Read(from)));
        var state = new ProgrammeState
        {
            Position = position,
            Opened = opened,
            OpenedIn = openedIn,
            CommittedAt = committedAt,
            People = people,
            Decisions = [.. decisions],
            FiguresById = figures.ToImmutableDictionary(f => f.Fact.Figure),
            FigureOrder = [.. figures.Select(f => f.Fact.Figure)],
            Unread = [.. from.All(static from => new UnreadFact(from.Long(), from.RequiredText(), from.Int(), (Scopes)from.Int()))],
            HeldBack = from.Int(),
            Versions = new ProgrammeVersions(from.Int(), from.Int(), from.Int()),
            TimeZone = from.Text(),
            Profile = ProfileOf(from.Int(), from.Texts()),
        };
        return from.IsAtEnd ? state : throw new FormatException("Bytes after the end of a snapshot.");
    }

    private static CheckSettings ProfileOf(int version, string[] texts) => texts.Length % 2 != 0
        ? throw new FormatException("A setting without a value.")
        : ProfileSettings.Of(version, texts.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]));
}
