namespace Furrow.Core;

/// <summary>Refusals of requests that may not be answered, and of settings that would open the server to more than this machine.</summary>
public static partial class Problems
{
    public static Problem HostForeign(int port) => new("host-foreign",
        $"This server answers on this machine alone, as localhost:{port} or 127.0.0.1:{port}, and was asked for under another name.", 421);

    public static Problem OriginForeign() => new("origin-foreign", $"Another website may not ask this server or send it anything. Open its own pages.", 403);

    public static Problem MediaTypeWrong(string types) => new("media-type-wrong",
        $"This address takes {(types.Length == 0 ? $"nothing" : (Phrase)$"{types}")}, and what was sent says that it is something else.", 415);

    public static Problem ListeningBeyond(Phrase setting, string value) => new("listening-beyond",
        $"{setting} asks to listen at \"{value}\", beyond this machine. What is sent to it is not encrypted, and where nobody has an account whoever reaches it can decide. "
        + $"Remove the setting; --port names the port on 127.0.0.1.", 409);

    public static Problem StartupForeign(string setting, string value) => new("startup-foreign",
        $"{setting} asks to run \"{value}\" inside the server, which could open it to others. Remove the setting.", 409);
}
