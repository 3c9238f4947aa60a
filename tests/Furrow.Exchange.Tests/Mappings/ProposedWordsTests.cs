using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tests.Mappings;

/// <summary>What is proposed for a word that no list has, and what never is.</summary>
public sealed class ProposedWordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static string? Of(FieldType type, string value) => ProposedWords.For(type, value, Today)?.Meaning;

    [Theory]
    [InlineData("Cleaered", "cleared")]
    [InlineData("Claered", "cleared")]
    [InlineData("suspcted", "suspected")]
    [InlineData("Confirmmed", "confirmed")]
    [InlineData("Cancceled", "cancelled")]
    [InlineData("Cleared (2016)", "cleared")]
    [InlineData("Cleared 12.05.2016", "cleared")]
    [InlineData("2016 - Cleared", "cleared")]
    [InlineData("2. Cleared", "cleared")]
    [InlineData("Suspected hazardous area (SHA)", "suspected")]
    [InlineData("tmizlənib", "cleared")]
    [InlineData("разминирванный", "cleared")]
    public void A_slip_of_the_pen_and_what_stands_beside_are_proposed(string value, string meaning) => Assert.Equal(meaning, Of(FieldType.Effect, value));

    /// <summary>Negations, unfinished acts, parts, plans, questions and doubts, in six languages.</summary>
    [Theory]
    [InlineData("Not cleared")]
    [InlineData("Uncleared")]
    [InlineData("Cleared?")]
    [InlineData("Cleared (?)")]
    [InlineData("Cleared؟")]
    [InlineData("To be cleared")]
    [InlineData("Cleared 50 %")]
    [InlineData("Cleared 50")]
    [InlineData("1/2 cleared")]
    [InlineData("Cleared (partially)")]
    [InlineData("Cleared (pending QA)")]
    [InlineData("Cleared (not verified)")]
    [InlineData("Cleared (north)")]
    [InlineData("Cleared (2027)")]
    [InlineData("Cleared 01.06.2026")]
    [InlineData("Cleared until 2016")]
    [InlineData("Clearing")]
    [InlineData("Clearable")]
    [InlineData("Remined")]
    [InlineData("demine")]
    [InlineData("Clear")]
    [InlineData("təmizlənməyib")]
    [InlineData("təmizlənir")]
    [InlineData("temizlenmedi")]
    [InlineData("temizlenecek")]
    [InlineData("неочищено")]
    [InlineData("не очищено")]
    [InlineData("очищение")]
    [InlineData("разминирование")]
    [InlineData("заминировано")]
    [InlineData("deminira")]
    [InlineData("razminira")]
    [InlineData("neočišćeno")]
    [InlineData("nije očišćeno")]
    [InlineData("miniran")]
    [InlineData("صاف نہیں")]
    [InlineData("صاف کیا جائے گا")]
    [InlineData("CHA-001")]
    [InlineData("Cleared to 20 cm")]
    public void What_denies_halves_plans_or_doubts_is_not(string value) => Assert.Null(Of(FieldType.Effect, value));

    [Theory]
    [InlineData("AP miness", "ap-mines")]
    [InlineData("Antipersonel mines", "ap-mines")]
    [InlineData("Cluster munitons", "cluster-munition-remnants")]
    [InlineData("No mines", null)]
    [InlineData("0 AP mines", null)]
    [InlineData("Non-mined", null)]
    [InlineData("Other", null)]
    public void Kinds_by_their_spelling_alone(string value, string? meaning) => Assert.Equal(meaning, Of(FieldType.Contamination, value));

    /// <summary>Every known word with one letter left out, doubled or exchanged is proposed as itself or not at all.</summary>
    [Fact]
    public void A_slip_in_a_known_word_never_means_another()
    {
        foreach (var (word, effect) in StatusWords.All)
        {
            var own = ValueWords.Effects.First(e => e.Effect == effect).Name;
            for (var i = 0; i < word.Length; i++)
            {
                foreach (var slip in new[] { word.Remove(i, 1), word.Insert(i, word[i].ToString()) })
                {
                    if (ValueWords.Meaning(FieldType.Effect, slip) is null)
                    {
                        Assert.True(Of(FieldType.Effect, slip) is var meaning && (meaning is null || meaning == own), $"{slip} = {meaning}");
                    }
                }
            }
        }
    }
}
