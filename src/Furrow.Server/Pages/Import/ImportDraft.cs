using Furrow.Core;
using Furrow.Core.Programmes;
using Furrow.Exchange;
using Furrow.Exchange.Mappings;
using Furrow.Server.Imports;
using Furrow.Server.Imports.Staging;
using Furrow.Server.Programmes;

namespace Furrow.Server.Pages.Import;

/// <summary>One uploaded file and what is known of it so far. Looking through it and applying it run beside the request that asked, so that a page can
/// show how far they are.</summary>
public sealed class ImportDraft(Guid id, SourceFile file, ImportOptions options) : IProgress<ImportProgress>, IFileDraft
{
    private readonly Lock _gate = new();
    private Task _work = Task.CompletedTask;
    private Action? _stop;
    private volatile ImportPlan? _plan;
    private FileCells? _cells;
    private volatile Exception? _failure;
    private Outcome<ImportResult>? _applied;
    private ImportProgress _progress;
    private (DraftState State, int Questions)? _resting;
    private volatile Typing? _typed;

    public Guid Id { get; } = id;

    public SourceFile File { get; } = file;

    /// <summary>Where its stage is made: in the folder it lies in itself.</summary>
    public string? StageFolder { get; init; }

    public ImportOptions Options { get; private set; } = options;

    public DateTimeOffset StartedAt { get; } = options.At;

    public DateTimeOffset TouchedAt { get; private set; } = options.At;

    public void Touch(DateTimeOffset at) => TouchedAt = at;

    public bool IsWorking => !_work.IsCompleted;

    public bool IsApplying { get; private set; }

    /// <summary>The columns of the file with some of their values, from the first look at it.</summary>
    public IReadOnlyList<ProposedColumn> Columns { get; private set; } = [];

    /// <summary>What was typed into the form of its plan and not sent yet: a filter, another page or a reload must not lose it.</summary>
    public IReadOnlyDictionary<string, string[]>? Typed => Plan is { } plan && _typed is { } typed && typed.Plan == plan.Batch ? typed.Form : null;

    /// <summary>The sheets or layers of the file that hold something.</summary>
    public IReadOnlyList<string> Layers { get; private set; } = [];

    /// <summary>Null while it is being looked through.</summary>
    public ImportPlan? Plan => IsWorking && !IsApplying ? null : _plan;

    /// <summary>Its reports are in the programme: nothing of it is left to decide.</summary>
    public bool IsApplied => Applied is { IsRefused: false };

    /// <summary>How many questions are open.</summary>
    public int Questions => _resting?.Questions ?? Plan?.Dictionary.Open.Count ?? 0;

    public DraftState State => IsWorking ? DraftState.Working : _failure is not null ? DraftState.Failed : _resting?.State ?? DraftStates.Of(_plan);

    /// <summary>It was not looked at for some time: its file is looked through again when somebody opens it.</summary>
    public bool IsResting => _resting is not null && !IsApplied;

    public Outcome<ImportResult>? Applied => IsWorking ? null : _applied;

    /// <summary>A bug, not a bad file: those are problems of the plan.</summary>
    public Exception? Failure => IsWorking ? null : _failure;

    public ImportProgress Progress
    {
        get
        {
            lock (_gate)
            {
                return _progress;
            }
        }
    }

    public void Report(ImportProgress value)
    {
        lock (_gate)
        {
            _progress = value;
        }
    }

    /// <summary>Looks through the file again with other options: another mapping, another date.</summary>
    public void PrepareWith(ImportOptions options, ProgrammeState state)
    {
        Options = options;
        Prepare(state);
    }

    /// <summary>Keeps what is typed, if it is about the plan that is shown: what comes late, after the form was sent, is about another.</summary>
    public void Keep(IFormCollection form)
    {
        if (Plan is { } plan && form["plan"] == plan.Batch.ToString("N"))
        {
            _typed = new Typing(plan.Batch, form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray()));
        }
    }

    private sealed record Typing(Guid Plan, IReadOnlyDictionary<string, string[]> Form);

    public void Prepare(ProgrammeState state)
    {
        IsApplying = false;
        _applied = null;
        _resting = null;
        Run(stop =>
        {
            var before = _plan;
            _cells ??= new FileCells(StageFolder);
            var plan = ImportPlan.Prepare(new ImportWork(File, Options, state, this, stop) { KeepsTrial = true, StageFolder = StageFolder, Cells = _cells });
            Columns = plan.Columns.Count > 0 ? plan.Columns : Columns;
            Layers = plan.Layers.Count > 0 ? plan.Layers : Layers;
            _plan = plan;
            before?.Dispose();
        });
    }

    public void Apply(Programme programme, Actor by, string? acceptReason, DateTimeOffset at)
    {
        lock (_gate)
        {
            // Sent twice, or by two people: the first one is applied.
            if (_plan is not { } plan || !_work.IsCompleted || _applied is { IsRefused: false })
            {
                return;
            }

            IsApplying = true;
            plan.Sign(by, acceptReason, at);
            Run(stop =>
            {
                _applied = plan.Apply(programme, stop);
                plan.LetGo();
                if (_applied is { IsRefused: false })
                {
                    Close();
                }
            });
        }
    }

    /// <summary>Gives the memory back that a quick commit would need.</summary>
    public void LetGo() => _plan?.LetGo();

    public void Rest()
    {
        lock (_gate)
        {
            if (_work.IsCompleted && _resting is null && _plan is not null && Typed is null)
            {
                _resting = (State, Questions);
                Close();
                _plan = null;
            }
        }
    }

    /// <summary>Ends when nothing is at work for it.</summary>
    public bool Wait(TimeSpan most) => _work.Wait(most);

    /// <summary>Nobody will look at it any more.</summary>
    public void Close()
    {
        _plan?.Dispose();
        _cells?.Dispose();
        _cells = null;
    }

    /// <summary>Ends the work at hand, if that can still be: a batch handed to the disk is written whole.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stop?.Invoke();
        }
    }

    public void WhenIdle(Action then) => _work.ContinueWith(_ => then(), TaskScheduler.Default);

    private void Run(Action<CancellationToken> work)
    {
        lock (_gate)
        {
            if (!_work.IsCompleted)
            {
                return;
            }

            _progress = default;
            _failure = null;
            var stop = new CancellationTokenSource();
            _stop = stop.Cancel;
            _work = Task.Run(() =>
            {
                try
                {
                    work(stop.Token);
                }
#pragma warning disable CA1031 // Whatever broke is shown on the page of this file; the server goes on.
                catch (Exception broken)
#pragma warning restore CA1031
                {
                    _failure = broken;
                }
                finally
                {
                    lock (_gate)
                    {
                        _stop = null;
                    }

                    stop.Dispose();
                }
            });
        }
    }
}
