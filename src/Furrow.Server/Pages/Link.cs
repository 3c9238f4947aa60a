using System.Text;

namespace Furrow.Server.Pages;

/// <summary>Addresses: every state of a page has one. Empty words are left out, so that equal states have equal addresses.</summary>
public static class Link
{
    public static string To(string path, params (string Name, string? Value)[] query)
    {
        var text = new StringBuilder(path);
        var sign = '?';
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(sign).Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
                sign = '&';
            }
        }

        return text.ToString();
    }

    public static string Area(string code) => "/areas/" + Uri.EscapeDataString(code);

    public static string Report(Guid id) => $"/reports/{id:D}";
}
