using System.Text;

namespace Furrow.Server.Tests.Hostile;

/// <summary>A small file made to cost much, with the code of the problem it must end in; null where its rows may be judged one by one.</summary>
internal sealed record HostileFile(string Trait, string Name, byte[] Bytes, string? Code)
{
    /// <summary>All of them, each with a trait of its own, made anew from the same numbers each time.</summary>
    public static IReadOnlyList<HostileFile> All { get; } =
        [.. HostileArchives.Make(), .. HostileWorkbooks.Make(), .. HostileDatabases.Make(), .. HostileShapefiles.Make(), .. HostileTexts.Make(),
            .. HostileDrawings.Make()];

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static string Many(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
