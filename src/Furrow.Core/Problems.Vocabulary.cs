namespace Furrow.Core;

/// <summary>Refusals about the words a programme learns.</summary>
public static partial class Problems
{
    public static Problem WordMeaningUnknown(string meaning) =>
        new("word-meaning-unknown", $"'{Short(meaning)}' is no meaning of that field; the words for it stand in the page on formats.");

    public static Problem WordDenies(string text, string meaning) => new("word-denies",
        $"'{Short(text)}' may deny, doubt or put off what it names: it is never learned as {meaning}. Say it of the one file, if it is so there.");

    public static Problem WordLearnedAlready(string text) => new("word-learned-already", $"'{Short(text)}' is known with that meaning already.", 409);

    public static Problem WordUnknown(Guid word) => new("word-unknown", $"There is no learned word {word}.", 404);
}
