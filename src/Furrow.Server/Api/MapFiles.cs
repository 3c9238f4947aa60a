using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Furrow.Server.Api;

/// <summary>The map's scripts and styles under <c>/dist/</c>. The build puts them inside the executable, compressed; a browser without Brotli (plain HTTP from
/// another machine) gets gzip.</summary>
internal static class MapFiles
{
    private static readonly ConcurrentDictionary<string, MapFile?> Files = new();

    public static void MapMapFiles(this IEndpointRouteBuilder app) => app.MapGet("/dist/{name}", (string name, HttpContext http) =>
    {
        if (Files.GetOrAdd(name, Load) is not { } file)
        {
            return Results.NotFound();
        }

        var headers = http.Response.Headers;
        headers.ETag = file.EntityTag;
        headers.CacheControl = "public, no-cache";
        headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(file.EntityTag, StringComparison.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var accepts = http.Request.Headers.AcceptEncoding.ToString();
        var encoding = accepts.Contains("br", StringComparison.Ordinal) ? "br" : accepts.Contains("gzip", StringComparison.Ordinal) ? "gzip" : null;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        return Results.Bytes(encoding == "br" ? file.Brotli : encoding == "gzip" ? file.Gzip.Value : file.Plain(), file.Type);
    });

    private static MapFile? Load(string name)
    {
        var type = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".json" => "application/json",
            ".txt" => "text/plain; charset=utf-8",
            _ => null,
        };
        using var stream = type is null ? null : typeof(MapFiles).Assembly.GetManifestResourceStream($"Map.{name}.br");
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new MapFile(bytes, type!);
    }

    private sealed record MapFile(byte[] Brotli, string Type)
    {
        public string EntityTag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Brotli).AsSpan(0, 8))}\"";

        public Lazy<byte[]> Gzip => _gzip ??= new Lazy<byte[]>(Pack);

        private Lazy<byte[]>? _gzip;

        public byte[] Plain()
        {
            using var plain = new MemoryStream();
            using var brotli = new BrotliStream(new MemoryStream(Brotli), CompressionMode.Decompress);
            brotli.CopyTo(plain);
            return plain.ToArray();
        }

        private byte[] Pack()
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            {
                gzip.Write(Plain());
            }

            return packed.ToArray();
        }
    }
}
