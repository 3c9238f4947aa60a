namespace Furrow.Server.Verbs;

/// <summary>What a verb may know of the process it runs in. Tests give their own.</summary>
/// <param name="Out">Answers.</param>
/// <param name="Error">Refusals and progress.</param>
/// <param name="Person">Account of the person running it: decisions are taken in this name unless --person says otherwise.</param>
/// <param name="Folder">Where relative file names begin.</param>
/// <param name="Width">Columns of the terminal.</param>
/// <param name="IsTerminal">Whether somebody watches: progress is shown only then.</param>
/// <param name="Stopping">Cancelled when the person asks to stop.</param>
public sealed record VerbHost(TextWriter Out, TextWriter Error, TimeProvider Clock, string Person, string Folder, int Width, bool IsTerminal,
    CancellationToken Stopping = default)
{
    private const int WidthOfFiles = 160;

    /// <summary>What a verb reads that is told to read "-".</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Told where what is being uploaded should lie meanwhile. Only a process has one such place.</summary>
    public Action<string>? UseUploadFolder { get; init; }

    public static VerbHost OfThisProcess()
    {
        var stopping = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            // The first press asks to stop in order, a second one ends the process.
            press.Cancel = !stopping.IsCancellationRequested;
            stopping.Cancel();
        };
        return new VerbHost(Console.Out, Console.Error, TimeProvider.System, Environment.UserName, Directory.GetCurrentDirectory(),
            Console.IsOutputRedirected ? WidthOfFiles : Math.Max(60, Console.WindowWidth), !Console.IsErrorRedirected, stopping.Token)
        {
            In = Console.In,
            UseUploadFolder = folder => Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", folder),
        };
    }

    public string PathOf(string file) => Path.GetFullPath(file, Folder);
}
