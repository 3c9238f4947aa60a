namespace Furrow.Core;

/// <summary>Problems of forms and addresses of the web pages.</summary>
public static partial class Problems
{
    public static Problem PersonMissing() => new("person-missing", $"Say in whose name this is decided.");

    public static Problem PersonKnown(Guid person) => new("person-known", $"Somebody of this name is known already, as {person}.", 409, Field("name"));

    public static Problem PersonNameWrong(int letters) => new("person-name-wrong",
        $"A name stands on one line, has at most {letters} letters and none that turn the direction of the text.");

    public static Problem SpotUnreadable(string text) =>
        new("spot-unreadable",
            $"\"{text}\" could not be read as coordinates. Latitude and longitude in degrees (43.51, 18.20), degrees-minutes-seconds, UTM or MGRS are "
            + $"understood.");

    public static Problem UploadMissing() => new("upload-missing", $"Choose a file first.");

    public static Problem UploadGone() =>
        new("upload-gone", $"The uploaded file is no longer here; it was applied, discarded, or the server restarted. Upload it again.", 410);
}
