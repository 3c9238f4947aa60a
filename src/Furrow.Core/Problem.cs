namespace Furrow.Core;

/// <summary>A refusal or complaint as a value. Exceptions are for bugs and broken disks. It is a pattern with its arguments, made by the catalogue
/// (<see cref="Problems"/>) alone: nobody else can make one, and none is made of a finished text.</summary>
public sealed record Problem
{
    /// <param name="code">Never reused once published.</param>
    /// <param name="phrase">What is said, as the interpolated string it is written as.</param>
    /// <param name="Where">File, row and field, as far as known.</param>
    internal Problem(string code, Phrase phrase, int httpStatus = 400, ProblemPlace? Where = null) =>
        (Code, Phrase, HttpStatus, this.Where) = (code, phrase, httpStatus, Where);

    public string Code { get; }

    public Phrase Phrase { get; }

    public int HttpStatus { get; init; }

    public ProblemPlace? Where { get; init; }

    /// <summary>In English, for files, logs and programs. Pages say the phrase in their own language.</summary>
    public string Sentence => Phrase.ToString();

    /// <summary>What to do about it, where that is the same whatever the sentence names; null for problems whose sentence says it.</summary>
    public string? Remedy { get; internal init; }

    /// <summary>The place of the row would fit with its two coordinates exchanged.</summary>
    public bool IsMendedByExchange { get; internal init; }

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
