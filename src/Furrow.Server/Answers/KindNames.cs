using Furrow.Core.Land;

namespace Furrow.Server.Answers;

/// <summary>Kinds as files, addresses and the map name them.</summary>
internal static class KindNames
{
    public static readonly string Overall = Core.Land.Kinds.NameOf(KindSet.Overall);

    public static readonly string Custody = Core.Land.Kinds.NameOf(KindSet.Custody);

    public static IReadOnlyList<string> Of(KindSet kinds) =>
    [
        .. Core.Land.Kinds.Names.Where(k => (kinds & k.Kind) != 0).Select(k => k.Name),
        .. (kinds & KindSet.Overall) != 0 ? [Overall] : Array.Empty<string>(),
        .. (kinds & KindSet.Custody) != 0 ? [Custody] : Array.Empty<string>(),
    ];
}
