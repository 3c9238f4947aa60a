namespace Furrow.Server.Programmes;

/// <summary>Cookies that belong to one programme. Browsers do not tell the ports of a machine apart: two servers on it would mix.</summary>
public static class ProgrammeCookies
{
    public static string NameOf(Programme programme, string name) => $"{name}-{(programme.State.Opened?.Programme ?? Guid.Empty).ToString("N")[..8]}";
}
