using System.Net;
using Furrow.Server.Serve;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Furrow.Server.Tests.Serve;

/// <summary>No other website has a part in what this server is asked and told, at any address: the list is the server's own, so that none can be
/// forgotten.</summary>
public sealed class RequestFilterTests(RequestFilterServer server) : IClassFixture<RequestFilterServer>
{
    private static readonly string[] DoingMethods = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    private IEnumerable<string> ForeignHosts() =>
    [
        "evil.example", $"evil.example:{server.Port}", $"localhost.evil.example:{server.Port}", $"127.0.0.1.nip.example:{server.Port}", $"localhost.:{server.Port}",
        $"127.0.0.1.:{server.Port}", $"127.0.0.2:{server.Port}", $"0.0.0.0:{server.Port}", $"[::ffff:127.0.0.1]:{server.Port}", $"2130706433:{server.Port}",
        $"127.1:{server.Port}", "localhost", "127.0.0.1", "localhost:1", $"{Environment.MachineName}.local:{server.Port}",
    ];

    private IEnumerable<(string Name, string Value)[]> ForeignOrigins() =>
    [
        [("Origin", "http://evil.example")], [("Origin", "null")], [("Origin", $"http://localhost:{server.Port + 1}")], [("Origin", $"https://127.0.0.1:{server.Port}")],
        [("Origin", $"http://localhost:{server.Port}")], [("Origin", $"{server.Origin}.evil.example")], [("Origin", $"http://evil.example:{server.Port}")],
        [("Origin", server.Origin), ("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")],
        [("Sec-Fetch-Site", "odd")], [("Origin", "http://evil.example"), ("Sec-Fetch-Site", "same-origin")],
    ];

    [Fact]
    public async Task Every_address_is_refused_under_a_foreign_host()
    {
        var before = server.Programme.State.Position;
        foreach (var address in server.Addresses)
        {
            foreach (var host in ForeignHosts())
            {
                foreach (var method in (string[])["GET", "POST"])
                {
                    using var reply = await server.Ask(method, address, ("Host", host), ("Origin", "http://" + host), ("X-Forwarded-Host", $"localhost:{server.Port}"));
                    Assert.True(reply.StatusCode == HttpStatusCode.MisdirectedRequest, $"{method} {address} as {host}: {reply.StatusCode}");
                }
            }
        }

        Assert.Equal((before, 0), (server.Programme.State.Position, server.LaterCalls));
    }

    [Fact]
    public async Task The_names_of_this_machine_are_let_in()
    {
        foreach (var name in (string[])["localhost", "LocalHost", "127.0.0.1", "[::1]"])
        {
            using var reply = await server.Ask("GET", "/health", ("Host", $"{name}:{server.Port}"), ("X-Forwarded-Host", "evil.example"));
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            using var page = await server.Ask("GET", "/", ("Host", $"{name}:{server.Port}"));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task A_request_that_does_not_say_its_host_once_and_plainly_is_refused()
    {
        var own = $"127.0.0.1:{server.Port}";
        foreach (var head in (string[])
        [
            "GET / HTTP/1.1\r\n", "GET / HTTP/1.0\r\n", "GET / HTTP/1.1\r\nHost:\r\n", $"GET / HTTP/1.1\r\nHost: {own}\r\nHost: {own}\r\n",
            $"GET / HTTP/1.1\r\nHost: user@{own}\r\n", $"GET http://evil.example/ HTTP/1.1\r\nHost: {own}\r\n", "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n",
            $"GET / HTTP/1.1\r\nHost: {own},evil.example\r\n", $"GET / HTTP/1.1\r\nHost: {own}/\r\n", $"GET http://user@{own}/ HTTP/1.1\r\nHost: evil.example\r\n",
        ])
        {
            Assert.Matches("^HTTP/1.1 (400|421) ", await server.Raw(head + "Connection: close\r\n\r\n"));
        }

        Assert.StartsWith("HTTP/1.1 200", await server.Raw($"GET http://{own}/health HTTP/1.1\r\nHost: {own}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_done_for_another_website_at_any_address()
    {
        var before = server.Programme.State.Position;
        foreach (var address in server.Addresses)
        {
            foreach (var headers in ForeignOrigins().Append([("Referer", "http://evil.example/page")]))
            {
                foreach (var method in DoingMethods)
                {
                    using var reply = await server.Ask(method, address, [.. headers, ("Content-Type", "application/json")]);
                    Assert.True(reply.StatusCode == HttpStatusCode.Forbidden, $"{method} {address} with {string.Join(", ", headers)}: {reply.StatusCode}");
                }
            }
        }

        Assert.Equal((before, 0), (server.Programme.State.Position, server.LaterCalls));
    }

    [Fact]
    public async Task Another_website_loads_nothing_of_ours_and_may_link_to_it()
    {
        foreach (var address in server.Addresses)
        {
            foreach (var headers in ForeignOrigins())
            {
                using var reply = await server.Ask("GET", address, [.. headers, ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "image")]);
                Assert.True(reply.StatusCode == HttpStatusCode.Forbidden, $"{address} with {string.Join(", ", headers)}: {reply.StatusCode}");
            }
        }

        using var framed = await server.Ask("GET", "/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe"));
        using var followed = await server.Ask("GET", "/?lang=tr", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));
        using var chosen = await server.Ask("GET", "/?lang=tr", ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.OK), (framed.StatusCode, followed.StatusCode, chosen.StatusCode));
        Assert.False(followed.Headers.Contains("Set-Cookie"));
        Assert.Contains("furrow-lang=tr", string.Join(' ', chosen.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_work_says_what_it_takes_and_gets_nothing_else()
    {
        var doing = server.Endpoints.Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is not ("GET" or "HEAD")) != false).ToList();
        Assert.Contains(doing, e => e.RoutePattern.RawText == "/api/measure");
        foreach (var endpoint in doing)
        {
            var taken = new List<string>();
            foreach (var type in (string[])["", "text/plain", "text/html", "application/json", "application/x-www-form-urlencoded", "multipart/form-data", "image/png"])
            {
                using var reply = await server.Ask("POST", RequestFilterServer.AddressOf(endpoint), [("Origin", server.Origin), .. type.Length == 0
                    ? Array.Empty<(string, string)>() : [("Content-Type", type + "; charset=utf-8")]]);
                if (reply.StatusCode != HttpStatusCode.UnsupportedMediaType)
                {
                    taken.Add(type);
                }
            }

            Assert.Equal(endpoint.RoutePattern.RawText switch
            {
                "/later" => [],
                "/api/measure" => ["application/json"],
                _ => ["application/x-www-form-urlencoded", "multipart/form-data"],
            }, taken);
        }

        Assert.Equal(0, server.LaterCalls);
    }

    [Fact]
    public async Task Every_answer_says_what_a_browser_may_do_with_it()
    {
        foreach (var address in server.Addresses)
        {
            foreach (var (method, headers) in (IEnumerable<(string, (string, string)[])>)
                [("GET", []), ("POST", []), ("PUT", [("Origin", "http://evil.example")]), ("GET", [("Host", "evil.example")])])
            {
                using var reply = await server.Ask(method, address, headers);
                Assert.Empty(SecurityHeaders.All.Where(h => !reply.Headers.TryGetValues(h.Key, out var values) || values.Single() != h.Value)
                    .Select(h => $"{method} {address} {reply.StatusCode} without {h.Key}"));
                Assert.False(reply.Headers.Contains("Access-Control-Allow-Origin"));
            }
        }
    }

    [Fact]
    public async Task Reading_every_address_changes_nothing()
    {
        var (position, drafts) = (server.Programme.State.Position, Directory.GetFiles(Path.GetDirectoryName(server.Programme.Path)!).Order());
        foreach (var address in server.Addresses)
        {
            using var reply = await server.Ask("GET", address);
            Assert.NotEqual(HttpStatusCode.InternalServerError, reply.StatusCode);
        }

        Assert.Equal((position, server.LaterCalls), (server.Programme.State.Position, 0));
        Assert.Equal(drafts, Directory.GetFiles(Path.GetDirectoryName(server.Programme.Path)!).Order());
    }
}
