using Furrow.Exchange.Mappings;

namespace Furrow.Server.Pages.Import;

/// <summary>A meaning as mapping files name it, in the language of the page.</summary>
internal static class MeaningWord
{
    public static string Of(Texts texts, string meaning)
    {
        var effect = ValueWords.Effects.FirstOrDefault(e => e.Name == meaning);
        return effect.Name is not null ? texts.Of("effect", effect.Effect)
            : texts.Has("report-kind." + meaning) ? texts["report-kind." + meaning]
            : texts.Has("kind." + meaning) ? texts["kind." + meaning]
            : meaning == ValueWords.Nothing ? texts["words.unrecorded"]
            : meaning == FieldRule.LeftOut ? texts["words.left-out"]
            : texts.Has("words." + meaning) ? texts["words." + meaning]
            : meaning;
    }
}
