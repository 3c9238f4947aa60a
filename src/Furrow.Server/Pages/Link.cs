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

    /// <summary>An address with more words in its query.</summary>
    public static string With(string address, params (string Name, string? Value)[] query) =>
        Without(address, [.. query.Select(q => q.Name)]) is var kept && kept.Contains('?', StringComparison.Ordinal)
            ? kept + "&" + To("", query)[1..] : To(kept, query);

    /// <summary>An address without some words of its query.</summary>
    public static string Without(string address, params string[] names) => address.Split('?', 2) is not [var path, var query] ? address
        : string.Join('&', query.Split('&').Where(q => !names.Contains(q.Split('=')[0]))) is { Length: > 0 } left ? $"{path}?{left}" : path;

    /// <summary>The address, if it is one of this server's own pages; null for any other.</summary>
    public static string? Here(string? address) =>
        (address is "/" || address is ['/', not '/' and not '\\', ..]) && address.All(c => !char.IsControl(c)) ? address : null;

    public static string Area(string code) => "/areas/" + Uri.EscapeDataString(code);

    public static string Report(Guid id) => $"/reports/{id:D}";
}
