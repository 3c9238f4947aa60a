using System.Globalization;
using System.Text;
using CsCheck;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Land.Questions;
using Furrow.Core.Reports;
using Xunit;
using static Furrow.Core.Tests.Reports.Made;

namespace Furrow.Core.Tests;

/// <summary>One rule for codes: the land, the reports and the checks agree which are the same.</summary>
public sealed class CodesTests
{
    [Theory]
    [InlineData("KP 12", "kp12", true)]
    [InlineData("KP 12", " KP 12\t", true)]
    [InlineData("KP\u00A012", "KP12", true)]
    [InlineData("KP\u200B12", "KP\uFEFF1\u00AD2", true)]
    [InlineData("кп-7", "КП - 7", true)]
    [InlineData("KP-12", "KP12", false)]
    [InlineData("KP 12", "KP 1 2 3", false)]
    [InlineData("КР", "KP", false)]
    [InlineData("KIRAÇ-ı1", "kiraç-İ1", true)]
    [InlineData("i\u0307zmir 3", "IZMIR3", true)]
    [InlineData("GO\u0308RANBOY-7", "göranboy-7", true)]
    [InlineData("S\u0323\u0307-1", "S\u0307\u0323-1", true)]
    [InlineData("ＫＰ－１２", "KP-12", true)]
    [InlineData("KP\u201012", "KP\u201412", true)]
    [InlineData("KP\u221212", "KP-12", true)]
    [InlineData("KP-\u0661\u0662", "KP-12", true)]
    [InlineData("KP-\u06F1\u06F2", "KP-\u0661\u0662", true)]
    [InlineData("\u0643\u064A-1", "\u06A9\u06CC-1", true)]
    [InlineData("\uFE8E-1", "\u0627-1", true)]
    [InlineData("\u01C6akovica 1", "DŽAKOVICA 1", true)]
    [InlineData("O\u2019Hara-1", "O'HARA-1", true)]
    [InlineData("KP-012", "KP-12", false)]
    [InlineData("KP1\u00B2", "KP12", false)]
    [InlineData("Göranboy", "Goranboy", false)]
    [InlineData("KP/1", "KP-1", false)]
    [InlineData("straße", "STRASSE", false)]
    public void Codes_are_the_same_but_for_case_blanks_and_what_nobody_sees(string one, string other, bool same)
    {
        Assert.Equal(same, Codes.AreSame(one, other));
        Assert.Equal(same, Codes.Comparer.Equals(other, one));
        Assert.Equal(same, Codes.Key(one) == Codes.Key(other));
        Assert.Equal(same, new CodeIndex([(Id(1), one)]).Find(other).Count == 1);
        Assert.Equal(same, ReportBook.Empty.Submitted(Hazard(1, one)).FindByCode(other) is not null);
        Assert.Equal(same, AreaNames.Empty.With([.. ReportClaims.Of(Hazard(1, area: one), "H-1", 0, 1, 1, 1)]).NumberOf(other) == 0);
    }

    /// <summary>Plain letters have a shorter way: a letter that is not plain sends the same word the long way.</summary>
    [Fact]
    public void Plain_letters_are_folded_as_all_others_are()
    {
        var plain = string.Concat(Enumerable.Range(0, 128).Select(c => (char)c));
        Assert.Equal(Codes.Key(plain + "\u200B"), Codes.Key(plain));
        Assert.Equal("!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_'ABCDEFGHIJKLMNOPQRSTUVWXYZ{|}~", Codes.Key(plain));
        Assert.Equal("", Codes.Key(" \t\r\n\x7F"));
    }

    [Fact]
    public void Reports_that_write_the_code_of_an_area_differently_speak_of_one_area()
    {
        var book = ReportBook.Empty.Submitted(Hazard(1, area: "KP 12"), Hazard(2, area: "kp12"), Hazard(3, area: "KP 13")).Accepted(1, 2, 3);
        var land = LandLedger.Empty.Accept(new LandAcceptance(1, [.. book.All.SelectMany((e, i) =>
            ReportClaims.Of(e.Report, e.Report.Code, i, 1, i, 1))], []));
        Assert.Equal([("KP 12", 2), ("KP 13", 1)],
            LandQuestions.HazardousAreas(land, new DateOnly(2026, 1, 1), 1).OrderBy(a => a.Code).Select(a => (a.Code, a.Reports.Count)));
    }

    private static readonly Gen<string> AnyCode = Gen.Frequency(
        (3, Gen.OneOfConst("KP", "kp", " ", "\u00A0", "-", "\u2014", "\uFF0D", "1", "\u0661", "\u06F1", "\uFF11", "0")),
        (3, Gen.OneOfConst("I", "i", "ı", "İ", "i\u0307", "\u0307", "\u0323", "ö", "o\u0308", "\u0308", "\u200B", "\uFEFF")),
        (1, Gen.OneOfConst("\uD83D", "\uDE00", "\uFFFD", "ß", "ẞ", "ǆ", "\uFB01", "\u0130", "\u1E9E", "ſ", "\u212A", "ς", "Σ")),
        (1, Gen.Char.Select(c => c.ToString()))).Array[0, 5].Select(string.Concat);

    [Fact]
    public void Equality_hash_and_order_of_codes_agree_and_a_key_is_its_own_key() => Gen.Select(AnyCode, AnyCode, AnyCode).Obeys((a, b, c) =>
    {
        Assert.Equal(Codes.Key(a), Codes.Key(Codes.Key(a)));
        var (ab, bc, ac) = (Codes.Order.Compare(a, b), Codes.Order.Compare(b, c), Codes.Order.Compare(a, c));
        Assert.Equal(Codes.AreSame(a, b), ab == 0);
        Assert.Equal(Math.Sign(ab), -Math.Sign(Codes.Order.Compare(b, a)));
        Assert.True(ab > 0 || bc > 0 || ac <= 0, "the order is not transitive");
        Assert.True(!Codes.AreSame(a, b) || Codes.Comparer.GetHashCode(a) == Codes.Comparer.GetHashCode(b));
        Assert.True(Codes.IsBlank(b) || Codes.Has(a + b, b) || a.Length > 0, "a code is found by itself");
        if (IsWhole(a))
        {
            Assert.True(Codes.AreSame(a, a.Normalize(NormalizationForm.FormC)) && Codes.AreSame(a, a.Normalize(NormalizationForm.FormD)));
        }
    }, seed: "0000KoOw1fk5", samples: 20_000);

    [Fact]
    public void Codes_stand_as_people_count() => Assert.Equal(
        ["2-1", "10-1", "MF", "MF-2", "MF-02", "MF-2-1", "MF-2A", "MF-10", "MF-10-3", "MF-99999999", "MF-123456789", "MF-12345678901234567890", "MFA", "Šč-2", "Šč-10"],
        new[] { "MFA", "Šč-10", "MF-12345678901234567890", "MF-10-3", "MF-10", "MF-2-1", "MF-2A", "MF-02", "MF-2", "MF-123456789", "MF-99999999", "10-1", "2-1", "MF", "Šč-2" }
            .Order(Codes.Order));

    [Fact]
    public void The_prefix_of_a_code_stands_as_the_code_does() => Gen.Select(AnyCode.Array[0, 5], AnyCode.Array[0, 5]).Obeys((one, other) =>
    {
        var (a, b) = (Codes.Key(string.Concat(one)), Codes.Key(string.Concat(other)));
        var prefixes = CodeSorting.Prefix(a).CompareTo(CodeSorting.Prefix(b));
        Assert.True(prefixes == 0 || prefixes == Math.Sign(CodeSorting.Compare(a, b)), $"{a} and {b}");
    }, seed: "0000KoOw1fk5", samples: 5_000);

    [Fact]
    public void Codes_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            string[] keys = [.. new[] { "az", "tr-TR", "lt-LT", "ur-PK", "" }.Select(culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                return Codes.Key("iIıİ-KP\u0661");
            })];
            Assert.Equal(["IIII-KP1"], keys.Distinct());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static bool IsWhole(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);
}
