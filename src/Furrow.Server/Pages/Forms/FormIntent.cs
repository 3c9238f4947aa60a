using Furrow.Core;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Furrow.Server.Pages.Forms;

/// <summary>What makes two sendings of a form the same act: the form as it was drawn (it carries an id of its own, made then), its address, and everything
/// filled in. A double click, a reload and a step back in the browser send the same act again; whoever changes a word sends another.</summary>
public static class FormIntent
{
    /// <summary>The id of the form, made when it was drawn.</summary>
    public const string Field = "intent";

    /// <summary>The position of the ledger it was drawn at: what whoever sends it had seen.</summary>
    public const string PositionField = "position";

    /// <summary>Who acted when it was drawn, by the opaque id; empty where they had never acted before.</summary>
    public const string PersonField = "person";

    /// <summary>Null when the form carries no id.</summary>
    public static Guid? Of(HttpRequest request, IFormCollection form)
    {
        if (!Guid.TryParse(form[Field], out _))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.Path + request.QueryString.Value);
        foreach (var field in form.Where(f => f.Key != PageFault.TokenField).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            Add(hash, field.Key);
            foreach (var value in field.Value)
            {
                Add(hash, value ?? "");
            }
        }

        foreach (var file in form.Files)
        {
            Add(hash, file.FileName);
            using var content = file.OpenReadStream();
            hash.AppendData(SHA256.HashData(content));
        }

        return DerivedId.OfHash(hash.GetHashAndReset());
    }

    /// <summary>An id that follows from an act and one of the things it is about: the same whenever the act is sent.</summary>
    public static Guid IdOf(Guid intent, Guid about)
    {
        Span<byte> both = stackalloc byte[32];
        intent.TryWriteBytes(both, bigEndian: true, out _);
        about.TryWriteBytes(both[16..], bigEndian: true, out _);
        return DerivedId.OfHash(SHA256.HashData(both));
    }

    /// <summary>With its length in front, so that no two forms run together to the same bytes.</summary>
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
