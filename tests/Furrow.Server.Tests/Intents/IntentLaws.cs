using CsCheck;
using Furrow.Core.Intents;
using Furrow.Server.Intents;

namespace Furrow.Server.Tests.Intents;

/// <summary>What holds whatever somebody fills in.</summary>
public sealed class IntentLaws
{
    private static readonly IntentDescription Crew = IntentList.With(typeof(CrewIntents).Assembly).Find("crew-form")!.Description;

    /// <summary>Texts that are nearly right, for every kind of field.</summary>
    private static readonly Gen<string> Typed = Gen.OneOf(
        Gen.OneOfConst("West", " West ", "", " ", "2026-01-01", "2026-02-30", "yes", "no", "Yes", "manual", "mine-dogs", "20 cm", "-0", "0.50", "1e3",
            "40.5, -48.250", "ann", "\u202Eabc", "\uD800", "a\r\nb", "\u00A0", "\u200B", "{\"a\":1}", "null", "true", "7"),
        Gen.String[0, 12],
        Gen.Decimal.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly Gen<KeyValuePair<string, IReadOnlyList<string>>[]> Forms = Gen.Select(
        Gen.OneOfConst([.. Crew.Fields.Select(f => f.Name), "reason", "colour"]), Typed.Array[0, 3],
        (name, texts) => KeyValuePair.Create(name, (IReadOnlyList<string>)texts)).Array[0, 12].Select(all => all.DistinctBy(f => f.Key).ToArray());

    /// <summary>What is taken becomes its record, and shown as JSON it is read as the same; what is refused names a field of the description.</summary>
    [Fact]
    public void A_form_is_taken_whole_or_refused_by_its_fields() => Forms.Obeys(typed =>
    {
        var draft = IntentReading.Read(Crew, typed);
        if (draft.IsRefused)
        {
            Assert.All(draft.Problems, p => Assert.True(p.Where?.Field is { } field && (Crew.Find(field) is not null || p.Code == "field-unknown")));
            return;
        }

        var again = IntentJson.Read(Crew, IntentJson.Text(Crew, draft));
        Assert.Empty(again.Problems);
        Assert.Equal(IntentJson.Text(Crew, draft), IntentJson.Text(Crew, again));
        Assert.Equal(draft.Reason, again.Reason);
        var unnamed = draft.Values.Where(v => Crew.Find(v.Key)!.Kind is not (FieldKind.Person or FieldKind.Object)).ToDictionary(v => v.Key, v => v.Value);
        Assert.Equal(draft["name"], IntentReading.Make<FormCrew>(Crew, unnamed).Name);
    }, seed: "0000IntentV1", samples: 3000);
}
