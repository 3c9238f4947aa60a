using System.CommandLine;
using Furrow.Server.Accounts;
using Furrow.Server.Programmes;
using Furrow.Server.Serve;

namespace Furrow.Server.Verbs;

/// <summary>Serves the pages, the map and the API of one programme on this machine.</summary>
internal sealed class ServeVerb : Verb
{
    private readonly Option<int> _port = new("--port") { Description = "Port on 127.0.0.1 (0: a free one).", HelpName = "NUMBER",
        DefaultValueFactory = _ => 5080 };
    private readonly Option<bool> _new = new("--new") { Description = "Create a new, empty programme; refused if a file of that name exists." };
    private readonly TimeZoneOption _zone = new();
    private readonly PlaceOptions _places = new();

    public override string Name => "serve";

    public override string Summary => "Serve the map, the pages and the API of a programme on this machine.";

    protected override void Describe(Command command)
    {
        command.Add(_port);
        command.Add(_new);
        _zone.AddTo(command);
        _places.AddTo(command);
    }

    protected override int Run(VerbRun run)
    {
        // A name typed wrongly must not become an empty programme that looks like a country without hazards.
        var (path, isNew) = (run.ProgrammePath, run.Get(_new));
        if (File.Exists(path) == isNew)
        {
            return run.Refuse(isNew ? Core.Problems.ProgrammeExists(path) : Core.Problems.ProgrammeMissing(path));
        }

        var settings = ListeningSettings.OfThisProcess(run.Host.Folder);
        if (settings.WhyNot() is { } beyond)
        {
            return run.Refuse(beyond);
        }

        foreach (var ignored in settings.Ignored())
        {
            run.Host.Error.WriteLine($"{ignored} is not read; --port names the port on 127.0.0.1.");
        }

        var places = _places.Read(run);
        var zone = _zone.ForNew(run);
        return (places.Problem ?? zone.Problem) is { } problem
            ? run.Refuse(problem)
            : run.Serve(programme => (_zone.Contradicts(run) ?? places.Value!.In(programme.State).Problem) is { } wrong ? run.Refuse(wrong)
                : Serve(run, programme, new ServeOptions(run.Get(_port), places.Value, run.Person, run.Host.Clock)),
                isNew ? Genesis.OfFile(path, run.Person, run.Host.Clock, zone.Value) : null);
    }

    private static int Serve(VerbRun run, Programme programme, ServeOptions options)
    {
        if (programme.MayWrite)
        {
            // The web framework keeps the body of an upload in a file until it is whole.
            run.Host.UseUploadFolder?.Invoke(Pages.Import.UploadFolder.Of(programme.Path));
        }

        using var app = FurrowServer.Build(programme, options);
        try
        {
            if (FurrowServer.Start(app).GetAwaiter().GetResult() is { } beyond)
            {
                return run.Refuse(beyond);
            }
        }
        catch (IOException taken)
        {
            return run.Refuse(Core.Problems.PortTaken(options.Port, $"{taken.Message}"));
        }

        run.SayMark(programme.State);
        if (programme.WhyNotRecording().GetAwaiter().GetResult() is { } hinders)
        {
            run.Say($"Nothing can be recorded at present; what is recorded can still be read. {hinders}");
        }

        run.Say($"{programme.State.Opened!.Name} is served at {FurrowServer.AddressOf(app)} until you press Ctrl+C.");
        if (app.Services.GetRequiredService<FirstAdministrator>().Make() is { } key)
        {
            run.Say($"Nobody has an account yet. The first administrator opens this link, which works once and for a day: {FurrowServer.AddressOf(app)}/welcome/{key}");
        }

        WaitHandle.WaitAny([run.Host.Stopping.WaitHandle, app.Lifetime.ApplicationStopping.WaitHandle]);
        app.StopAsync().GetAwaiter().GetResult();
        if (programme.SnapshotFailure is { } why)
        {
            run.Say($"The snapshot beside the ledger could not be written. Nothing is lost; the next start takes longer. {why}");
        }

        return Done;
    }
}
