namespace Furrow.Server.Tests.Forms;

/// <summary>What a person does on the pages of an import.</summary>
internal static class ImportVisits
{
    /// <summary>Sends a file; the address of its draft.</summary>
    public static async Task<string> Upload(this FormServer server, string name, byte[] file, string word)
    {
        var upload = await server.Form("/import", "upload", ("as", word), ("on", "2020-01-01"), ("organisation", "EXERCISE"));
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in upload.Where(f => f.Key != "file"))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(file), "file", name);
        return (await server.Post("/import", content, "en")).Location!;
    }

    /// <summary>The page of a draft once it was looked through.</summary>
    public static async Task<string> Ready(this FormServer server, string draft)
    {
        var page = (await server.Get(draft, "en")).Html;
        while (page.Contains("<progress", StringComparison.Ordinal))
        {
            await Task.Yield();
            page = (await server.Get(draft, "en")).Html;
        }

        return page;
    }

    /// <summary>Sends a form of the draft with what is typed, and waits for what comes of it.</summary>
    public static async Task<string> Say(this FormServer server, string draft, string handler, params (string Name, string Value)[] typed)
    {
        await server.Post(draft, new FormUrlEncodedContent(await server.Form(draft, handler, typed)), "en");
        return await server.Ready(draft);
    }
}
