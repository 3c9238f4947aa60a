using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange.Mappings;

namespace Furrow.Exchange.Tests.Mappings;

/// <summary>No guess releases land: what denies, doubts, puts off or halves an act is never read as the act.</summary>
public sealed class PhraseTests
{
    private const int Seed = 7;

    [Fact]
    public void Of_5000_phrases_in_five_languages_none_is_read_as_a_release_that_is_none()
    {
        var phrases = PhraseMaker.Statuses(4_000, Seed);
        var kinds = KindPhrases().ToList();
        Assert.True(phrases.Count + kinds.Count >= 5_000, $"{phrases.Count} + {kinds.Count}");
        Assert.Equal(["az", "en", "ru", "tr", "ur"], phrases.Select(p => p.Tongue).Distinct().Order());

        Assert.Empty(phrases.Where(p => ValueWords.ReadEffect(p.Text) is { } read && ReportKinds.IsRelease(read) && p.Says != read).Select(p => p.Text));

        // A task that was not completed is a status of its own, and no release.
        Assert.Empty(phrases.Where(p => ValueWords.ReadEffect(p.Text) is var read && read != p.Says && read != LandEffect.LeaveIncomplete).Select(p => $"{p.Tongue} \"{p.Text}\" says {p.Says}, read "
            + $"{ValueWords.ReadEffect(p.Text)}"));
        Assert.Empty(kinds.Where(k => ValueWords.ReadContamination(k.Text) != k.Says).Select(k => $"\"{k.Text}\" says {k.Says}, read "
            + $"{ValueWords.ReadContamination(k.Text)}"));
    }

    /// <summary>Words for kinds alone, in lists of two, and in lists and frames that say there is none, or that nobody knows.</summary>
    private static IEnumerable<(string Text, KindSet? Says)> KindPhrases()
    {
        foreach (var (words, and, frames) in Kinds)
        {
            foreach (var (a, first) in words)
            {
                foreach (var frame in frames.Split('|'))
                {
                    yield return (PhraseMaker.Framed(frame, a), null);
                    yield return (PhraseMaker.Framed(frame, a).ToUpperInvariant(), null);
                }

                yield return (a, first);
                foreach (var (b, second) in words.Where(w => w.Word != a))
                {
                    foreach (var list in new[] { $"{a}/{b}", $"{a} / {b}", $"{a}, {b}", $"{a};{b}", $"{a} + {b}", $"{a} & {b}", $"{a} {and} {b}" })
                    {
                        yield return (list, first | second);
                    }

                    yield return ($"{a}, {PhraseMaker.Framed(frames.Split('|')[0], b)}", null);
                    yield return ($"{a} {and} {PhraseMaker.Framed(frames.Split('|')[0], b)}", null);
                    yield return ($"{a}/", null);
                    yield return ($"{a} - {b} - ?", null);
                }
            }
        }
    }

    private const KindSet Mines = KindSet.ApMines | KindSet.AvMines;

    private static readonly ((string Word, KindSet Kinds)[] Words, string And, string Frames)[] Kinds =
    [
        ([("AP mines", KindSet.ApMines), ("AT mines", KindSet.AvMines), ("mines", Mines), ("UXO", KindSet.OtherErw), ("cluster munitions",
            KindSet.ClusterMunitionRemnants), ("IED", KindSet.Ied), ("AP", KindSet.ApMines), ("anti-vehicle mines", KindSet.AvMines)], "and",
            "no {0}|not {0}|non-{0}|{0}-free|free of {0}|without {0}|{0}: no|{0}?|possibly {0}|former {0}|{0} (none)|{0} cleared|no more {0}|0 {0}|{0} or other"),
        ([("piyada əleyhinə minalar", KindSet.ApMines), ("tank əleyhinə minalar", KindSet.AvMines), ("minalar", Mines), ("partlamamış hərbi sursat",
            KindSet.OtherErw), ("kaset bombaları", KindSet.ClusterMunitionRemnants)], "və",
            "{0} yoxdur|{0} deyil|{0}?|{0} olmayan|{0}: yox|ehtimal {0}|{0} təmizlənib|{0} ya başqa"),
        ([("anti-personel mayınlar", KindSet.ApMines), ("anti-tank mayınları", KindSet.AvMines), ("mayınlar", Mines), ("patlamamış mühimmat", KindSet.OtherErw),
            ("misket bombası", KindSet.ClusterMunitionRemnants), ("EYP", KindSet.Ied)], "ve",
            "{0} yok|{0} değil|{0}?|{0} olmayan|{0}: hayır|muhtemelen {0}|{0} temizlendi|{0} veya başka"),
        ([("противопехотные мины", KindSet.ApMines), ("противотанковые мины", KindSet.AvMines), ("мины", Mines), ("неразорвавшиеся боеприпасы",
            KindSet.OtherErw), ("кассетные боеприпасы", KindSet.ClusterMunitionRemnants), ("СВУ", KindSet.Ied)], "и",
            "нет {0}|не {0}|без {0}|{0}?|{0}: нет|возможно {0}|{0} обезврежены|{0} или другое"),
        ([("اینٹی پرسنل سرنگیں", KindSet.ApMines), ("اینٹی ٹینک سرنگیں", KindSet.AvMines), ("بارودی سرنگیں", Mines), ("ان پھٹا گولہ بارود",
            KindSet.OtherErw), ("کلسٹر بم", KindSet.ClusterMunitionRemnants)], "اور", "{0} نہیں|کوئی {0} نہیں|{0}؟|بغیر {0}|{0}: نہیں|شاید {0}|{0} صاف"),
    ];

    [Theory]
    [InlineData("AP/AT mines", Mines)]
    [InlineData("AP and AT mines", Mines)]
    [InlineData("AP & AV mines", Mines)]
    [InlineData("Mixed AP/AV minefield", Mines)]
    [InlineData("AP, AT", Mines)]
    [InlineData("Mines and UXO", Mines | KindSet.OtherErw)]
    [InlineData("PPM i PTM", Mines)]
    [InlineData("ap-mines,cluster-munition-remnants", KindSet.ApMines | KindSet.ClusterMunitionRemnants)]
    [InlineData("all", KindSet.All)]
    [InlineData("no mines", null)]
    [InlineData("Non-mined", null)]
    [InlineData("not mined", null)]
    [InlineData("mine-free", null)]
    [InlineData("Mines or UXO", null)]
    [InlineData("all and mines", null)]
    [InlineData("custody", null)]
    [InlineData("overall", null)]
    [InlineData("AP mines\r\nUXO", KindSet.ApMines | KindSet.OtherErw)]
    [InlineData("AP\nmines", null)]
    [InlineData("PMA-2", null)]
    [InlineData("", null)]
    public void A_list_of_known_kinds_is_all_of_them_and_anything_else_is_asked_about(string text, KindSet? kinds) =>
        Assert.Equal(kinds, ValueWords.ReadContamination(text));

    [Theory]
    [InlineData("c\u0336l\u0336e\u0336a\u0336r\u0336e\u0336d\u0336")]
    [InlineData("сleared")]
    [InlineData("Cleared\u20E0")]
    [InlineData("CHA-001")]
    [InlineData("SHA_12")]
    [InlineData("SHA 12")]
    [InlineData("CLEARED-2016")]
    [InlineData("cleared\ncleared")]
    public void A_word_struck_through_a_code_and_a_letter_of_another_script_are_no_status(string text) => Assert.Null(ValueWords.ReadEffect(text));

    [Theory]
    [InlineData("yes", true)]
    [InlineData("1", true)]
    [InlineData("Xeyr", false)]
    [InlineData("yes?", null)]
    [InlineData("not yes", null)]
    [InlineData("+", null)]
    public void Yes_and_no_are_read_when_they_are_nothing_else(string text, bool? truth) => Assert.Equal(truth, ValueWords.ReadYesNo(text));

    [Fact]
    public void The_words_a_mapping_file_uses_are_known_words()
    {
        Assert.All(ValueWords.Effects, e => Assert.Equal(e.Effect, ValueWords.ReadEffect(e.Name)));
        Assert.All(ReportFields.All.SelectMany(f => ValueWords.Meanings(f.Type).Select(word => (f.Type, Word: word))),
            m => Assert.NotNull(ValueWords.Meaning(m.Type, m.Word)));
    }
}
