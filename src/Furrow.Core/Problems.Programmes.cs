using Furrow.Core.Log;

namespace Furrow.Core;

/// <summary>Refusals about a programme as a whole.</summary>
public static partial class Problems
{
    public static Problem FactUnread(long position, string name, int version, Scopes scopes) => new("fact-unread",
        $"Entry {position} ({name} version {version}) was written by a later release and may have changed: {new Word(scopes.ToString().ToLowerInvariant())}. "
        + $"Answers are as known before that entry; upgrade to decide.", 409);

    public static Problem ProgrammeExists(string path) => new("programme-exists",
        $"There is a programme file {path} already; name another with --programme.", 409);

    public static Problem ProgrammeMissing(string path) => new("programme-missing",
        $"There is no programme file {path}. Name another with --programme, bring data in with import --apply, or begin an empty one with serve --new.", 404);

    public static Problem ProgrammeBroken(string path, Phrase what) => new("programme-broken", $"The programme file {path} cannot be used: {what}", 409);

    public static Problem ProgrammeWithoutGenesis(string path) =>
        new("programme-without-genesis", $"{path} does not begin with the entry that opens a programme.", 409);

    public static Problem ProfileSettingUnknown(string name, string known) => new("profile-setting-unknown",
        $"The profile has no setting '{name}'. Settings: {known}.", 400);

    public static Problem ProfileSettingWrong(string name, string text, Phrase expected) => new("profile-setting-wrong",
        $"'{text}' is not what {name} takes: {expected}.", 400);

    public static Problem ProfileSettingShapeless(string text) =>
        new("profile-setting-shapeless", $"\"{Short(text)}\" is not SETTING=VALUE.", 400, Field("settings"));

    public static Problem ProfileInEffect() => new("profile-in-effect", $"The profile has these settings already.", 409);

    public static Problem StoppedBeforeCommit() => new("stopped-before-commit", $"Stopped as asked, before anything was written.", 409);

    public static Problem TimeZoneUnknown(string zone) => new("time-zone-unknown",
        $"The time zone '{zone}' is not known here. Name one by its IANA id, such as Europe/Sarajevo, Asia/Baku or UTC.", 400);

    public static Problem TimeZoneInEffect(string zone) => new("time-zone-in-effect", $"The programme counts its days by {zone} already.", 409);

    public static Problem TimeZoneOfAnother(string asked, string kept) => new("time-zone-of-another",
        $"You said {asked}, and this programme counts its days by {kept}. Leave the option out, or change the zone with time-zone set.", 409);

    public static Problem VersionsUnknown(string wanted, string known) => new("versions-unknown",
        $"This release cannot compute with {wanted}; it knows {known}. Upgrade first.", 409);

    public static Problem VersionsInEffect(string wanted) => new("versions-in-effect", $"The programme is computed with {wanted} already.", 409);
}
