using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Furrow.Postgres;

/// <summary>A PostgreSQL server of our own, in a temporary folder, on a free port of 127.0.0.1, with PostGIS. It ends and its folder goes when
/// this is disposed, and also when our process dies: the server's guard waits on a pipe that we hold open.</summary>
public sealed class PostgresServer : IDisposable
{
    // postgres will not run as root, so as root we become the user the package made. $1 = bin folder, $2 = our folder, the rest = settings.
    // The guard ends only the server it started itself: first "fast", and it waits for it.
    private const string Guard = """
        bin=$1; home=$2; shift 2
        "$bin/postgres" -D "$home/db" "$@" </dev/null >"$home/log" 2>&1 &
        server=$!
        echo $server
        read -r _
        kill -INT $server
        wait $server
        """;

    private readonly Process _guard;
    private readonly string _home;
    private NpgsqlDataSource? _source;

    private PostgresServer(Process guard, string home, int processId)
    {
        _guard = guard;
        _home = home;
        ProcessId = processId;
    }

    /// <summary>Process id of the postmaster; the parent of every backend.</summary>
    public int ProcessId { get; }

    public string ConnectionString { get; private set; } = "";

    public NpgsqlDataSource Source => _source!;

    /// <summary>Makes a cluster, starts it and waits until it answers.</summary>
    /// <param name="settings">Server settings by name; see <see cref="PostgresSettings"/>.</param>
    public static PostgresServer Start(IReadOnlyDictionary<string, string> settings)
    {
        var binaries = PostgresBinaries.Find();
        var home = Directory.CreateTempSubdirectory("furrow-postgres-").FullName;
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        File.WriteAllText(Path.Combine(home, "password"), password);
        if (IsRoot)
        {
            Run("chown", "-R", "postgres", home);
        }

        Run(AsUser([$"{binaries.BinFolder}/initdb", "-D", $"{home}/db", "-U", "furrow", "--pwfile", $"{home}/password",
            "--auth=scram-sha-256", "--no-locale", "-E", "UTF8", "-N"]));
        var port = FreePort();
        var arguments = settings.Append(new("port", port.ToString(CultureInfo.InvariantCulture)))
            .Append(new("listen_addresses", "127.0.0.1")).Append(new("unix_socket_directories", ""))
            .SelectMany(s => new[] { "-c", $"{s.Key}={s.Value}" });
        var guard = Process.Start(Info([.. AsUser(["sh", "-c", Guard, "guard", binaries.BinFolder, home]), .. arguments]))!;
        var server = new PostgresServer(guard, home, int.Parse(guard.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
        try
        {
            server.Connect(port, password);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private void Connect(int port, string password)
    {
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=furrow;Password={password};Database=postgres;Command Timeout=0;Include Error Detail=true";
        var source = NpgsqlDataSource.Create(ConnectionString);
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var create = source.CreateCommand("CREATE EXTENSION postgis");
                create.ExecuteNonQuery();
                break;
            }
            catch (Exception e) when (e is NpgsqlException and not PostgresException || e is PostgresException { SqlState: "57P03" })
            {
                if (_guard.HasExited || since.Elapsed > TimeSpan.FromSeconds(60))
                {
                    throw new InvalidOperationException($"PostgreSQL did not start: {File.ReadAllText(Path.Combine(_home, "log"))}", e);
                }

                Thread.Sleep(50);
            }
        }

        _source = source;
    }

    public void Dispose()
    {
        _source?.Dispose();
        _guard.StandardInput.Close();
        _guard.WaitForExit();
        _guard.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string[] AsUser(string[] command) => IsRoot ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ProcessStartInfo Info(string[] command) => new(command[0], command[1..])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        WorkingDirectory = "/",
    };

    private static void Run(params string[] command)
    {
        var info = Info(command);
        info.RedirectStandardError = true;
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {errors.Result}");
        }
    }
}
