namespace Furrow.Core;

/// <summary>Refusals about accounts and signing in. None of them says whether somebody has an account.</summary>
public static partial class Problems
{
    public static Problem NotSignedIn() => new("not-signed-in", $"Only those who are signed in are answered here.", 401);

    public static Problem SignInFailed() => new("sign-in-failed",
        $"Not signed in: the name or the password is wrong, or there were too many attempts. Wait a quarter of an hour, or ask an administrator.", 401);

    public static Problem CodeWrong() => new("code-wrong",
        $"The code is wrong, was used already, or there were too many attempts. An app shows another one every half a minute.", 401);

    public static Problem PasskeyWrong() => new("passkey-wrong",
        $"The passkey is none of this server's, or it took too long to answer. Try once more, or use the password.", 401);

    public static Problem TooManyAttempts() => new("too-many-attempts", $"There were too many attempts from there. Wait a minute.", 429);

    public static Problem TokenWrong(int longest, int days) => new("token-wrong",
        $"A token has a name of 1 to {longest} letters that says what it is for, and is good for 1 to {days} days.", 400);

    public static Problem LinkSpent() => new("link-spent", $"This link was used, is too old or was never given out. Ask for another.", 410);

    public static Problem AccountFirstMade() => new("account-first-made", $"This programme has its first administrator already.", 409);

    public static Problem AccountOfOneself() =>
        new("account-of-oneself", $"Nobody gives an account to themselves, or takes their own away. Another administrator does it.", 403);

    public static Problem AccountBoundAlready(Guid person) => new("account-bound-already", $"The person {person} has an account already.", 409);

    public static Problem AccountOfNobody() => new("account-of-nobody", $"This account is nobody's.", 404);

    public static Problem AccountUnknown(string name) => new("account-unknown", $"No account is called '{Short(name)}'.", 404);

    public static Problem SignInNameTaken(string name) =>
        new("sign-in-name-taken", $"Somebody signs in as '{Short(name)}' already; take another name.", 409, new ProblemPlace(null, null, "signInName"));

    public static Problem SignInNameWrong(int longest) => new("sign-in-name-wrong",
        $"A name to sign in with has 1 to {longest} letters, all of which can be seen.", 400, new ProblemPlace(null, null, "signInName"));

    public static Problem PasswordShort(int shortest) =>
        new("password-short", $"A password has at least {shortest} characters. Several words in a row are easy to remember.", 400);

    public static Problem PasswordLong(int longest) => new("password-long", $"A password has at most {longest} characters.", 400);

    public static Problem PasswordCommon() => new("password-common",
        $"This password is one of those that are tried first: common words, rows of keys, repeated letters, or the name itself. Take another.", 400);

    public static Problem PasswordsDiffer() => new("passwords-differ", $"The two passwords are not the same.", 400);
}
