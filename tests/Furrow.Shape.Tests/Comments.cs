using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Furrow.Shape.Tests;

/// <summary>What the comments above the types of the core say, as plain text: documents print it, so that nobody writes it twice.</summary>
public sealed partial class Comments
{
    private readonly Dictionary<string, string> _said = [];

    public Comments(IEnumerable<TreeFile> files)
    {
        foreach (var type in files.SelectMany(f => CSharpSyntaxTree.ParseText(f.Text).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()))
        {
            var (name, above) = (type.Identifier.Text, Above(type));
            _said.TryAdd(name, Summary(above));
            foreach (Match parameter in Parameter().Matches(above))
            {
                _said.TryAdd($"{name}.{parameter.Groups[1].Value}", Plain(parameter.Groups[2].Value));
            }

            foreach (var (member, text) in Members(type))
            {
                _said.TryAdd($"{name}.{member}", Summary(text));
            }
        }
    }

    /// <summary>Of the core as it is.</summary>
    public static Comments OfCore { get; } = new(Tree.Code.Where(f => f.IsUnder("src/Furrow.Core")));

    /// <summary>What is said of a type, or of a member of it; empty where nothing is.</summary>
    public string Of(Type type, string? member = null) => _said.GetValueOrDefault(member is null ? type.Name : $"{type.Name}.{member}", "");

    private static IEnumerable<(string Name, string Above)> Members(BaseTypeDeclarationSyntax type) => type switch
    {
        EnumDeclarationSyntax numbers => numbers.Members.Select(m => (m.Identifier.Text, Above(m))),
        TypeDeclarationSyntax record => record.Members.OfType<PropertyDeclarationSyntax>().Select(p => (p.Identifier.Text, Above(p))),
        _ => [],
    };

    private static string Above(Microsoft.CodeAnalysis.SyntaxNode node) =>
        string.Join(' ', node.GetLeadingTrivia().ToFullString().Split('\n').Select(l => l.Trim())
            .Where(l => l.StartsWith("///", StringComparison.Ordinal)).Select(l => l[3..].Trim()));

    private static string Summary(string above) => SummaryOf().Match(above) is { Success: true } found ? Plain(found.Groups[1].Value) : "";

    private static string Plain(string xml) => Blanks().Replace(Code().Replace(Reference().Replace(xml, "`$1`"), "`$1`"), " ").Trim()
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex("<summary>(.*?)</summary>")]
    private static partial Regex SummaryOf();

    [GeneratedRegex("<param name=\"(\\w+)\">(.*?)</param>")]
    private static partial Regex Parameter();

    [GeneratedRegex("<(?:see cref|paramref name)=\"(?:[\\w.]*\\.)?(\\w+)\"\\s*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
