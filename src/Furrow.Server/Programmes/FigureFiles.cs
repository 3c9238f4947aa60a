using System.Security.Cryptography;
using System.Text;
using Furrow.Core;
using Furrow.Core.Figures;
using Furrow.Store;

namespace Furrow.Server.Programmes;

/// <summary>The very files of published figures. They stand in the log alone and are read there when somebody asks.</summary>
public static class FigureFiles
{
    /// <summary>The file, byte for byte; a problem when it is not the one whose hash was published.</summary>
    public static Outcome<string> FileOf(this Programme programme, PublishedFigure figure) =>
        programme.Log.FindFact(figure.Position)?.Fact is FigurePublished fact && fact.Figure == figure.Figure && Sha256(fact.FileText) == figure.FileSha256
            ? new Outcome<string>(fact.FileText, null) : Problems.FigureBroken(figure.Figure);

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
