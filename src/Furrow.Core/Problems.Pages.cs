namespace Furrow.Core;

/// <summary>Problems of forms and addresses of the web pages.</summary>
public static partial class Problems
{
    public static Problem PersonMissing() => new("person-missing", $"Say in whose name this is decided.");

    public static Problem PersonKnown(Guid person) => new("person-known", $"Somebody of this name is known already, as {person}.", 409, Field("name"));

    public static Problem PersonLooksLike(Guid person) => new("person-looks-like",
        $"This name looks like that of {person}, but its letters are of another script. Choose that person; if it is another one, register them by 'furrow person register --another yes'.",
        409, Field("name"));

    public static Problem PersonNameOfTwoScripts(string word) => new("person-name-of-two-scripts",
        $"'{word}' holds letters of two scripts that look alike. Write it in one; if it is meant so, register the person by 'furrow person register --another yes'.",
        400, Field("name"));

    public static Problem PersonNameWrong(int letters) => new("person-name-wrong",
        $"A name stands on one line, has at most {letters} letters and none that turn the direction of the text.");

    public static Problem PersonUnknown(Guid person) => new("person-unknown", $"Nobody with the id {person} is registered in this programme.", 400);

    public static Problem PersonNotRegistered(string name) => new("person-not-registered",
        $"Nobody of the name {name} is registered in this programme. If that is somebody new, say --register with it, or register them first.");

    public static Problem PersonOfAnotherForm(string drawn, string now) => new("person-of-another-form",
        $"This form was opened in the name of {drawn}, and you now act as {now}. Nothing was done; check it and send it again.", 409);

    public static Problem RightMissing(Right right) => new("right-missing",
        $"The person acting does not have the right needed here: {new Word(WordOf(right))}.", 403);

    public static Problem ChangedSinceSeen() => new("changed-since-seen",
        $"Somebody has changed what this is about since you looked at it. Nothing was done; look at it again and decide.", 409);

    /// <summary>A right in words that stand in docs/rights.md: "decide-findings".</summary>
    private static string WordOf(Right right) =>
        string.Concat(right.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    public static Problem SpotUnreadable(string text) =>
        new("spot-unreadable",
            $"\"{text}\" could not be read as coordinates. Latitude and longitude in degrees (43.51, 18.20), degrees-minutes-seconds, UTM or MGRS are "
            + $"understood.");

    public static Problem UploadMissing() => new("upload-missing", $"Choose a file first.");

    /// <param name="days">How long one is kept that nobody says anything of.</param>
    public static Problem UploadGone(UploadEnd end, int days) =>
        new("upload-gone", $"The uploaded file is no longer here: {WhyGone(end, days)}. Nothing of it was written unless it was applied; it can be uploaded again.", 410);

    private static Phrase WhyGone(UploadEnd end, int days) => end switch
    {
        UploadEnd.Applied => $"what it holds is in the programme",
        UploadEnd.Discarded => $"somebody discarded it",
        UploadEnd.TooOld => $"nobody said anything of it for {days} days",
        UploadEnd.Room => $"newer files needed its room",
        _ => $"the server was started anew since, which ends what was not applied, or there was no such file",
    };
}
