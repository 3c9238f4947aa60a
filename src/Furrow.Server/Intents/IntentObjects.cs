using Furrow.Core;
using Furrow.Core.Intents;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Server.Intents;

/// <summary>Things of one kind that an intent can name.</summary>
/// <param name="Of">The kind, as fields say it: "report".</param>
/// <param name="Find">Who is called so; a text may be an id or what people say. Null: nobody.</param>
/// <param name="List">What a form offers, most likely first: id and name. A form offers a few hundred at most.</param>
/// <param name="NameOf">What people call it.</param>
public sealed record ObjectKind(string Of, Func<ProgrammeState, string, Outcome<Guid>?> Find,
    Func<ProgrammeState, Reader, IEnumerable<(Guid Id, string Name)>> List,
    Func<ProgrammeState, Reader, Guid, string?> NameOf)
{
    /// <summary>All of them, also those no form offers.</summary>
    public Func<ProgrammeState, Reader, IEnumerable<(Guid Id, string Name)>> Every { get; init; } = List;

    /// <summary>Whether forms offer it: what is closed is there, and nothing can be done with it.</summary>
    public Func<ProgrammeState, Guid, bool> Offers { get; init; } = (_, _) => true;

    /// <summary>Whether an intent about such a thing is offered for this one.</summary>
    public bool IsOffered(Intent intent, ProgrammeState state, Guid id) => (intent.Offers ?? Offers)(state, id);

    /// <summary>What the form of an intent offers.</summary>
    public IEnumerable<(Guid Id, string Name)> OfferedBy(Intent intent, ProgrammeState state, Reader reader) =>
        intent.Offers is { } offers ? Every(state, reader).Where(o => offers(state, o.Id)) : List(state, reader);
}

/// <summary>All kinds of things that intents can name.</summary>
public sealed class IntentObjects(IEnumerable<ObjectKind> kinds)
{
    private readonly Dictionary<string, ObjectKind> _kinds = kinds.ToDictionary(k => k.Of);

    public ObjectKind? KindOf(string of) => _kinds.GetValueOrDefault(of);

    /// <summary>The things a fact says it is about: a property with the name of a kind holds the id of one.</summary>
    public IEnumerable<(ObjectKind Kind, Guid Id, string Name)> NamedBy(IFact fact, ProgrammeState state, Reader reader) =>
        from property in fact.GetType().GetProperties()
        where property.PropertyType == typeof(Guid)
        let kind = _kinds.Values.FirstOrDefault(k => k.Of.Equals(property.Name, StringComparison.OrdinalIgnoreCase))
        let id = (Guid)property.GetValue(fact)!
        let name = kind?.NameOf(state, reader, id)
        where name is not null
        select (kind, id, name);

    public ObjectKind? KindOf(FieldDescription field) => _kinds.GetValueOrDefault(field.Of);

    /// <summary>The draft with ids in place of names, on this state; or that there is nothing called so, with its field.</summary>
    public Outcome<IReadOnlyDictionary<string, IReadOnlyList<string>>> Find(ProgrammeState state, IntentDescription intent, IntentDraft draft)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(draft.Values);
        foreach (var field in intent.Fields.Where(f => f.Kind is FieldKind.Person or FieldKind.Object && draft.Values.ContainsKey(f.Name)))
        {
            var found = draft.Values[field.Name].Select(text => Find(state, field, text)).ToList();
            if (found.Find(f => f.IsRefused).Problem is { } problem)
            {
                return problem with { Where = problem.Where ?? new ProblemPlace(null, null, field.Name) };
            }

            values[field.Name] = [.. found.Select(f => f.Value.ToString("D"))];
        }

        return values;
    }

    private Outcome<Guid> Find(ProgrammeState state, FieldDescription field, string text) =>
        KindOf(field)?.Find(state, text) ?? Problems.FieldNamesNothing(field.Name, field.Label, text);
}
