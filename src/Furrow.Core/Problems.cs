namespace Furrow.Core;

/// <summary>The one catalogue of problems. Every refusal anywhere is made here: code, sentence, arguments, HTTP status.
/// A code is never reused; a retired one stays as a comment. docs/problems.md lists them all (a test compares).
/// The catalogue is a partial class: one file for each subject (Problems.Files.cs, Problems.Reports.cs ...).</summary>
public static partial class Problems
{
}
