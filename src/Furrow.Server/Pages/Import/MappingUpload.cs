using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Pages.Import;

/// <summary>A mapping sent as a file, or pasted.</summary>
internal static class MappingUpload
{
    public const string Field = "mapping-file";

    /// <summary>A mapping is a page of text; whoever chose the wrong file is told so.</summary>
    private const int MostBytes = 4 << 20;

    /// <summary>Null where there is none.</summary>
    public static async Task<Outcome<Mapping?>> Read(IFormCollection form, CancellationToken stop)
    {
        if (form.Files[Field] is not { FileName.Length: > 0 } file)
        {
            var pasted = form["mapping"].ToString().Trim() is { Length: > 0 } json ? Mapping.FromJson(json) : default;
            return new Outcome<Mapping?>(pasted.Value, pasted.Problem);
        }

        if (file.Length > MostBytes)
        {
            return new Outcome<Mapping?>(null, Problems.MappingUnreadable(file.FileName, $"{file.Length} bytes are too many for a mapping"));
        }

        using var text = new StreamReader(file.OpenReadStream());
        var read = Mapping.FromJson(await text.ReadToEndAsync(stop), file.FileName);
        return new Outcome<Mapping?>(read.Value, read.Problem);
    }
}
