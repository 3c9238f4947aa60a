using Furrow.Core;
using Furrow.Core.Accounts;
using Furrow.Core.Cooperation;
using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Core.Rights;
using Furrow.Core.Roles;
using Furrow.Server.Accounts;
using Furrow.Server.Intents;
using Furrow.Server.Pages.Forms;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;

namespace Furrow.Server.Pages;

/// <summary>What one request sees. The state is taken once, so that every figure of a page is known at the same acceptance.</summary>
public sealed class Visit(Programme programme, IHttpContextAccessor accessor, TimeProvider clock, ServeOptions options)
{
    private ProgrammeState? _state;
    private LandQuery? _query;
    private Reader? _record;
    private Reader? _review;

    /// <summary>What makes the form of this request known again when it is sent twice; an id of its own when it carries none.</summary>
    public Guid Intent { get; set; } = Guid.NewGuid();

    /// <summary>What was typed into a field, when the form comes back: with a refusal, or because it could not be taken.</summary>
    public string? Typed(string name) => Chosen(name, null) is { Length: > 0 } text ? text : null;

    /// <summary>What was typed into a form of this page that nobody has sent yet.</summary>
    public IReadOnlyDictionary<string, string[]>? Kept { get; set; }

    /// <summary>What a choice stands at: as it was made last, else as it is now.</summary>
    public string Chosen(string name, string? now) => Posted is { } posted && posted.ContainsKey(name) ? posted[name].ToString()
        : Kept?.GetValueOrDefault(name) is [var kept, ..] ? kept : now ?? "";

    /// <summary>Whether one of several boxes is ticked.</summary>
    /// <param name="shown">A field that stands in the form whenever the boxes do: a box that is not ticked is not sent.</param>
    public bool IsTicked(string name, string value, string shown, bool now) =>
        Posted is { } posted && posted.ContainsKey(shown) ? posted[name].Contains(value)
        : Kept?.ContainsKey(shown) == true ? Kept.GetValueOrDefault(name)?.Contains(value) == true : now;

    /// <summary>The form as it was sent; null when the page was only asked for.</summary>
    public IFormCollection? Posted => PageFault.Of(Http)?.Posted ?? (Http.Request.HasFormContentType ? Http.Request.Form : null);

    public HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A page is only drawn for a request.");

    public Programme Programme => programme;

    public ProgrammeState State => _state ??= programme.State;

    /// <summary>Days and hours of the programme.</summary>
    public ProgrammeTime Time => ProgrammeTime.Of(State);

    public DateOnly Today => Time.Today(clock);

    public DateTimeOffset Now => clock.GetUtcNow();

    public LandQuery Query => _query ??= Asked();

    /// <summary>The boundaries tables are split by: those named when it was served, else the set loaded last; null where the programme has none.</summary>
    public PlaceSet? Places => (options.Places ?? PlaceChoice.Last).In(State).Value;

    /// <summary>Who is signed in; null where nobody is.</summary>
    public SignedIn? SignedIn => SignedIn.Of(Http);

    /// <summary>What whoever is signed in signed in with; null where nobody is, and for somebody of an EXERCISE who is played.</summary>
    public Guid? Account => SignedIn?.Account;

    /// <summary>Whether only those who are signed in are answered.</summary>
    public bool IsDoorShut => State.Of<AccountRegister>().IsDoorShut;

    /// <summary>Whether this is answered to somebody who is outside.</summary>
    public bool IsOutside => IsDoorShut && SignedIn is null;

    /// <summary>Who acts: whoever is signed in. Where nobody has an account yet, whom this browser chose, else the account that runs the server, who is
    /// registered with what they do first.</summary>
    public Actor Actor => SignedIn is { } signedIn ? Actor.SignedIn(signedIn.Person) : IsDoorShut ? Actor.Named("")
        : Preferences.Person(Http) is { } kept && State.People.Find(kept) is not null ? Actor.Known(kept) : MachineActor;

    /// <summary>Whether whoever acts may do what is of the programme as a whole.</summary>
    public bool May(Right right) => SignedIn is { } signedIn
        ? RoleGrants.Of(State, signedIn.Person, Today).Any(g => g.Gives(right, Concern.OfTheProgramme)) : !IsDoorShut;

    /// <summary>The account that runs the server.</summary>
    public Actor MachineActor => IsDoorShut ? Actor.Named("")
        : State.PersonNamed(options.Person) is { } known ? Actor.Known(known) : Actor.Named(options.Person);

    /// <summary>What to call whoever acts; empty where the server knows nobody.</summary>
    public string ActorName => NameOf(Actor);

    public string NameOf(Actor actor) => actor is { Id: { } id } ? Record.NameOf(id) : actor.Name;

    /// <summary>What can be done by a description.</summary>
    public IntentList Intents => options.Intents;

    /// <summary>The position of the ledger that whoever sent the form had seen; null where the form does not say.</summary>
    public long? Seen => PlainNumber.Long(Posted?[FormIntent.PositionField].ToString());

    /// <summary>Opens names of those who acted; pages on which something is decided ask for <see cref="Review"/>.</summary>
    public Reader Record => _record ??= programme.ReaderFor(ReaderPurpose.Record);

    /// <summary>Opens what a report says and why it was decided so.</summary>
    public Reader Review => _review ??= programme.ReaderFor(ReaderPurpose.Review);

    /// <summary>What to call somebody who acted.</summary>
    public string NameOf(Act act) => Record.NameOf(act);

    public Texts Texts => Texts.Current;

    public string Theme => Preferences.Theme(Http);

    public string Path => Http.Request.Path;

    /// <summary>After a decision of this request: look again.</summary>
    public void Refresh() => _state = programme.State;

    private LandQuery Asked()
    {
        var query = LandQuery.Read(Http.Request.Query, Today, State.Land.KnownAt);
        // A page that tells of a fault stands at the address of another.
        return PageFault.Of(Http) is not null || Path is "/not-found" or "/error" ? query
            : query with { Unread = [.. query.Unread, .. AddressWords.Unread(Path, Http.Request.Query, FieldsHere())] };
    }

    private IReadOnlyCollection<string> FieldsHere() => AddressWords.FormOn(Path) is { } name && Intents.Find(name) is { } intent
        ? [.. intent.Description.Fields.Select(f => f.Name)] : [];

    /// <summary>This very address.</summary>
    public string Here => Path + Http.Request.QueryString.Value;

    /// <summary>This very address with one more word in its query, for the switches of language and colours.</summary>
    public string HereWith(string name, string value) => HereWith([(name, value)]);

    public string HereWith(IReadOnlyList<(string Name, string? Value)> words) =>
        Link.To(Path, [.. Http.Request.Query.Where(q => words.All(w => w.Name != q.Key) && q.Key is not ("lang" or "theme"))
            .Select(q => (q.Key, (string?)q.Value.ToString())), .. words]);
}
