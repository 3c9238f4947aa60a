namespace Furrow.Core;

/// <summary>A refusal or complaint as a value. Exceptions are for bugs and broken disks.</summary>
/// <param name="Code">From <see cref="Problems"/>: never reused once published.</param>
/// <param name="Where">File, row and field, as far as known.</param>
public sealed record Problem(string Code, string Sentence, int HttpStatus = 400, ProblemPlace? Where = null)
{
    /// <summary>What to do about it, where that is the same whatever the sentence names; null for problems whose sentence says it.</summary>
    public string? Remedy { get; init; }

    public override string ToString() => $"{(Where is null ? "" : $"{Where}: ")}{Sentence}{(Remedy is null ? "" : " " + Remedy)} [{Code}]";
}

public sealed record ProblemPlace(string? File, int? Row = null, string? Field = null)
{
    public override string ToString() =>
        string.Join(", ", new[] { File, Row is { } row ? $"row {row}" : null, Field is { } field ? $"field {field}" : null }.Where(s => s is not null));
}

/// <summary>Either what was asked for, or why not.</summary>
public readonly record struct Outcome<T>(T? Value, Problem? Problem)
{
    public bool IsRefused => Problem is not null;

    public T Get() => Problem is null ? Value! : throw new InvalidOperationException(Problem.ToString());

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}
