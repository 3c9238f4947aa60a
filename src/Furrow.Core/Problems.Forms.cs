namespace Furrow.Core;

/// <summary>Forms that cannot be taken as they came. What was typed is given back wherever it could be read.</summary>
public static partial class Problems
{
    public static Problem FormExpired() => new("form-expired",
        $"The form was no longer valid: it was opened before the server was restarted, in another browser, or its cookie is gone. Nothing was done.",
        400)
        { Remedy = "The form below is new and holds what you typed: look it over and send it once more. A file has to be chosen again." };

    public static Problem FormGone() => new("form-gone",
        $"This form is not on the page any more: what it was about has been decided or changed meanwhile, by you or by somebody else. "
        + $"Nothing was done.", 409)
        { Remedy = "The page shows how things stand now. What you typed is kept below, to be copied." };

    public static Problem FormUnreadable() => new("form-unreadable",
        $"What the browser sent could not be read as a form: it is empty, broken or was cut off on the way. Nothing was done.", 400)
        { Remedy = "Open the page again and send its form once more." };

    public static Problem FormTooLarge(long megabytes) => new("form-too-large",
        $"What was sent is larger than the {megabytes} MB this address takes. Nothing of it was kept.", 413)
        { Remedy = "Split the file, or bring it in on the server's own machine with furrow import." };

    public static Problem ReadingSaidTwice(string named, string one, string other) => new("reading-said-twice",
        $"'{Short(named)}' was given two meanings at once, {one} and {other}. Choose one of them.", 400);

    public static Problem FormNotTaken() => new("form-not-taken", $"This address takes no form. Nothing was done.", 405);
}
