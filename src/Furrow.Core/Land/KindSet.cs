namespace Furrow.Core.Land;

/// <summary>Kinds of contamination. Land has one status for each. The names and which of them a programme uses come from its profile;
/// the numbers are part of the fact format and never change.</summary>
[Flags]
public enum KindSet
{
    None = 0,
    ApMines = 1,
    AvMines = 2,
    ClusterMunitionRemnants = 4,
    OtherErw = 8,
    Ied = 16,
    All = ApMines | AvMines | ClusterMunitionRemnants | OtherErw | Ied,

    /// <summary>Not a kind: the stated projection over kinds (the most restrictive wins), kept beside them in the journal.</summary>
    Overall = 1 << 14,

    /// <summary>Not a kind: custody of land, kept beside status in the journal.</summary>
    Custody = 1 << 15,
}

public static class Kinds
{
    /// <summary>The kinds, in the order every table prints them.</summary>
    public static readonly IReadOnlyList<(KindSet Kind, string Name)> Names =
    [
        (KindSet.ApMines, "ap-mines"),
        (KindSet.AvMines, "av-mines"),
        (KindSet.ClusterMunitionRemnants, "cluster-munition-remnants"),
        (KindSet.OtherErw, "other-erw"),
        (KindSet.Ied, "ied"),
    ];

    public const int Count = 5;

    /// <summary>Everything that has a balance of its own: the kinds, the overall projection, custody.</summary>
    public static readonly IReadOnlyList<KindSet> Accounted = [.. Names.Select(n => n.Kind), KindSet.Overall, KindSet.Custody];

    /// <summary>Reads "all", "mines" (AP and AV) or a comma-separated list of names; null when a name is unknown.</summary>
    public static KindSet? Parse(string text)
    {
        var set = KindSet.None;
        foreach (var word in text.Split([',', ';', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var kind = word.ToLowerInvariant() switch
            {
                "all" => KindSet.All,
                "mines" => KindSet.ApMines | KindSet.AvMines,
                "overall" => KindSet.Overall,
                "ap" => KindSet.ApMines,
                "av" => KindSet.AvMines,
                "cmr" => KindSet.ClusterMunitionRemnants,
                "erw" => KindSet.OtherErw,
                "custody" => KindSet.Custody,
                var name => Names.FirstOrDefault(n => n.Name == name).Kind,
            };
            if (kind == KindSet.None)
            {
                return null;
            }

            set |= kind;
        }

        return set == KindSet.None ? null : set;
    }

    /// <summary>Reads what a question may ask for: one kind, overall or custody. A status of two kinds together is what overall is for.</summary>
    public static KindSet? ParseOne(string text) =>
        Parse(text) is { } kind && (kind is KindSet.Overall or KindSet.Custody || Names.Any(n => n.Kind == kind)) ? kind : null;

    public static string NameOf(KindSet set) => set switch
    {
        KindSet.Overall => "overall",
        KindSet.Custody => "custody",
        KindSet.All => "all",
        _ => string.Join(",", Names.Where(n => set.HasFlag(n.Kind)).Select(n => n.Name)),
    };
}
