using System.Text.Json.Serialization;
using Furrow.Core;
using Furrow.Core.Cooperation;
using Furrow.Core.Intents;
using Furrow.Core.Log;
using Furrow.Core.Programmes;
using Furrow.Server.Intents;
using Furrow.Server.Programmes;

namespace Furrow.Server.Tests.Intents;

public enum CrewKind
{
    Manual,
    MineDogs,
}

/// <summary>A subject of the tests: crews, which the program does not have. One field of every kind.</summary>
public sealed record FormCrew(
    [property: Field(FieldKind.Text, Longest = 40)] string Name,
    [property: Field(FieldKind.Day)] DateOnly Since,
    [property: Field(FieldKind.Code)] string? Code = null,
    [property: Field(FieldKind.Number, Unit = "cm", Least = 1, Most = 200)] int? Depth = null,
    [property: Field(FieldKind.Number)] decimal? Share = null,
    [property: Field(FieldKind.Choice)] CrewKind Kind = CrewKind.Manual,
    [property: Field(FieldKind.YesNo)] bool? Insured = null,
    [property: Field(FieldKind.Person)] Guid? Leader = null,
    [property: Field(FieldKind.Object, Of = "crew")] IReadOnlyList<Guid>? JoinsWith = null,
    [property: Field(FieldKind.Position)] string? Camp = null,
    [property: Field(FieldKind.Text, HasLines = true, Tier = Tier.Restricted)] string? Remarks = null);

public sealed record RenameCrew([property: Field(FieldKind.Object, Of = "crew")] Guid Crew, [property: Field(FieldKind.Text, Longest = 40)] string Name);

[JsonSerializable(typeof(FormCrew))]
[JsonSerializable(typeof(RenameCrew))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
public sealed partial class CrewIntentsJson : JsonSerializerContext;

/// <summary>A crew is kept as a person of its name: that is a fact the log knows.</summary>
public sealed class CrewIntents : SubjectIntents
{
    public override IEnumerable<Intent> All =>
    [
        Intent<FormCrew>("crew-form", CrewIntentsJson.Default, Form, says: (_, act, draft) => $"{draft["name"]} is crew {DerivedId.Of(act, "crew")}"),
        Intent<RenameCrew>("crew-rename", CrewIntentsJson.Default, (_, act, i) => [new PersonRegistered(DerivedId.Of(act.Id, "crew"), i.Name)]),
    ];

    public override IEnumerable<ObjectKind> Objects =>
    [
        new("crew", (state, text) => state.PersonNamed(text) is { } crew ? crew : null,
            (state, reader) => state.People.All.Select(p => (p.Id, reader.NameOf(p.Id))), (_, reader, id) => reader.NameOf(id)),
    ];

    /// <summary>All names of a programme, those of the crews told in them instead of their ids.</summary>
    public static IReadOnlyList<string> NamesIn(Programme programme)
    {
        var names = programme.State.People.All.ToDictionary(p => p.Id, p => programme.ReaderFor(ReaderPurpose.Record).NameOf(p.Id));
        return [.. programme.State.People.All.Select(p => names.Aggregate(names[p.Id], (text, n) => text.Replace(n.Key.ToString(), n.Value)))];
    }

    /// <summary>Keeps all of it in the name, so that a test can read what came through.</summary>
    private static Ruling Form(ProgrammeState state, Act act, FormCrew i) =>
        state.PersonNamed(i.Name) is not null ? Problems.ReportFieldWrong("name", $"A crew is called {i.Name} already.")
        : [new PersonRegistered(DerivedId.Of(act.Id, "crew"), i.Name), new PersonRegistered(DerivedId.Of(act.Id, "all"), Said(i))];

    private static string Said(FormCrew i) => FormattableString.Invariant(
        $"{i.Name}; {i.Since:yyyy-MM-dd}; {i.Code}; {i.Depth}; {i.Share}; {i.Kind}; {i.Insured}; {i.Leader}; ")
        + $"{string.Join('+', i.JoinsWith ?? [])}; {i.Camp}; {i.Remarks}.";
}
