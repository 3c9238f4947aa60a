using Furrow.Core.Cooperation;
using Furrow.Core.Log;
using Xunit;

namespace Furrow.Core.Tests;

/// <summary>Letters that look alike do not silently make another person.</summary>
public sealed class LookalikeTests
{
    private static readonly Guid Known = new(1, 0, 0, new byte[8]);
    private static readonly Guid New = new(2, 0, 0, new byte[8]);

    [Theory]
    [InlineData("BOB", "ВОВ", "person-looks-like")]
    [InlineData("ВОВ", "BOB", "person-looks-like")]
    [InlineData("Cosa", "Соѕа", "person-looks-like")]
    [InlineData("əsa", "әѕа", "person-looks-like")]
    [InlineData("TOM", "ΤΟΜ", "person-looks-like")]
    [InlineData("Anna", "Pavеl", "person-name-of-two-scripts")]
    [InlineData("Anna", "Əli Ağayev", null)]
    [InlineData("Anna", "Иван Petrov", null)]
    [InlineData("Anna", "علی", null)]
    [InlineData("BOB", "bob", null)]
    public void A_name_that_looks_like_another_is_asked_about(string known, string name, string? problem)
    {
        Guid? Find(string text) => Codes.AreSame(text, known) ? Known : null;
        Assert.Equal(problem, PersonRules.Named(Find, name, New).Problem?.Code);
        Assert.Null(PersonRules.Named(Find, name, New, isAnother: true).Problem);
    }
}
