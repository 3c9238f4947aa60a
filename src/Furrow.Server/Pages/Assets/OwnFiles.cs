using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Furrow.Server.Accounts;

namespace Furrow.Server.Pages;

/// <summary>The few files of our own every page needs. They live inside the executable, are compressed once at start, and are named by their content, so
/// that a browser on a bad line asks for each of them once and never again.</summary>
public static class OwnFiles
{
    /// <summary>One file to the browser may be several to us: the parts stand one behind the other.</summary>
    private static readonly FrozenDictionary<string, Asset> Files = new (string Name, string Type, string[] Parts)[]
    {
        ("furrow.css", "text/css", ["furrow.css"]), ("furrow.js", "text/javascript", ["page.js", "furrow.js", "send.js", "passkey.js"]),
        ("furrow.svg", "image/svg+xml", ["furrow.svg"]),
    }.ToFrozenDictionary(f => f.Name, f => Load(f.Parts, f.Type));

    public static string Url(string name) => $"/assets/{Files[name].Hash}/{name}";

    public static void MapOwnFiles(this IEndpointRouteBuilder app) => app.MapGet("/assets/{hash}/{name}", (HttpContext http, string hash, string name) =>
    {
        if (!Files.TryGetValue(name, out var file) || file.Hash != hash)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            return Results.Bytes(file.Plain, file.Type);
        }

        http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(file.Brotli, file.Type);
    }).WithMetadata(new OpenToAllAttribute());

    private static Asset Load(string[] parts, string type)
    {
        using var plain = new MemoryStream();
        foreach (var part in parts)
        {
            using var stream = typeof(OwnFiles).Assembly.GetManifestResourceStream("Assets." + part)
                ?? throw new InvalidOperationException($"The file {part} is not in the program.");
            stream.CopyTo(plain);
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(plain.ToArray());
        }

        return new Asset(plain.ToArray(), packed.ToArray(), type + "; charset=utf-8", Convert.ToHexStringLower(SHA256.HashData(plain.ToArray()))[..12]);
    }

    private sealed record Asset(byte[] Plain, byte[] Brotli, string Type, string Hash);
}
