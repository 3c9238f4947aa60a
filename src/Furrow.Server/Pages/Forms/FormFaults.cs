using Furrow.Core;
using Furrow.Store;

namespace Furrow.Server.Pages.Forms;

/// <summary>Why a form could not be taken, from what the framework says of it.</summary>
public static class FormFaults
{
    /// <summary>The largest form of an address without files. Drawn polygons are the longest thing typed.</summary>
    public const long LargestFormBytes = 32L << 20;

    /// <summary>What reading a form throws, at any depth; null when it is something else.</summary>
    public static Problem? Of(Exception? wrong) => wrong switch
    {
        null => null,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(LargestFormBytes),
        BadHttpRequestException => Problems.FormUnreadable(),
        InvalidDataException limit when limit.Message.Contains("length limit", StringComparison.OrdinalIgnoreCase) =>
            TooLarge(limit.Message.StartsWith("Multipart", StringComparison.Ordinal) ? PagesSetup.LargestUploadBytes : LargestFormBytes),
        InvalidDataException => Problems.FormUnreadable(),
        _ => Of(wrong.InnerException),
    };

    /// <summary>Why the token of a form was not found or not valid: that may have other causes than its age. A body that ends early, or a disk that cannot
    /// hold it, is met while the token is looked for.</summary>
    public static Problem OfToken(Exception? invalid)
    {
        for (var wrong = invalid?.InnerException; wrong is not null; wrong = wrong.InnerException)
        {
            var known = Of(wrong) ?? StorageFaults.ProblemOf(wrong, $"the uploaded file");
            if (known is not null || wrong is IOException)
            {
                return known ?? Problems.FormUnreadable();
            }
        }

        return Problems.FormExpired();
    }

    public static Problem TooLarge(long limit) => Problems.FormTooLarge(limit >> 20);
}
