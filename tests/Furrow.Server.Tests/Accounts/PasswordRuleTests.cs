using Furrow.Server.Accounts;
using Xunit;

namespace Furrow.Server.Tests.Accounts;

/// <summary>Length counts; what everybody tries first is refused; nothing is asked of the letters.</summary>
public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("eight blue kites", null)]
    [InlineData("пять синих змеев", null)]
    [InlineData("نو سرخ کشتیاں دریا", null)]
    [InlineData("zzzz qv7 mh2 lk", null)]
    [InlineData("short", "password-short")]
    [InlineData("elevenchars", "password-short")]
    [InlineData("Password1234", "password-common")]
    [InlineData("P@ssw0rd!2026", "password-common")]
    [InlineData("qwertyuiop12", "password-common")]
    [InlineData("poiuytrewq98", "password-common")]
    [InlineData("aaaaaaaaaaaa", "password-common")]
    [InlineData("123456789012", "password-common")]
    [InlineData("abcabcabcabcabc", "password-common")]
    [InlineData("йцукенгшщзхъ", "password-common")]
    [InlineData("1qaz2wsx3edc", "password-common")]
    [InlineData("amina.amina.1", "password-common")]
    [InlineData("Furrow2026!!", "password-common")]
    public void A_password_is_taken_or_refused(string password, string? refused) => Assert.Equal(refused, PasswordRules.WhyNot(password, ["amina"])?.Code);

    [Fact]
    public void A_password_may_be_long_but_not_without_end()
    {
        var word = string.Concat(Enumerable.Range(0, 64).Select(i => $"kite{i * 7919 % 100:00}"));
        Assert.Null(PasswordRules.WhyNot(word[..PasswordRules.Longest]));
        Assert.Equal("password-long", PasswordRules.WhyNot(word + "x")?.Code);
    }

    [Fact]
    public void The_same_letters_are_the_same_password_however_a_keyboard_composes_them() =>
        Assert.Equal(PasswordRules.Kept("\u00e9tage du Ca\u00f1\u00f3n"), PasswordRules.Kept("e\u0301tage du Can\u0303o\u0301n"));
}
