using Furrow.Core.Land;

namespace Furrow.Exchange.Mappings;

/// <summary>What a yes or no under the name of a column is about, where that is not one known effect (see <see cref="StatusWords"/>).</summary>
public enum StatusAct : byte
{
    None,

    /// <summary>The land was given free: "Released", "Safe", "Mine free".</summary>
    Release,

    /// <summary>The work is at its end: "Completed", "Done".</summary>
    Completion,

    /// <summary>The work was accepted: "QA result", "Accepted".</summary>
    Acceptance,

    /// <summary>The record was approved, or not: "Approval" = "Rejected". Says nothing of the land.</summary>
    Review,

    /// <summary>Something came of the work: "Result", "Outcome". That may be an acceptance, or a find.</summary>
    Result,
}

/// <summary>Names of columns that say how land stands, whatever their values are: the name alone decides, so that neither an unknown value nor the number of
/// rows looked at lets one pass.</summary>
internal static class StatusNames
{
    private static readonly HashSet<string> Clearing = Split("clear|clearance|clearing|demining|mine clearance|minefield clearance|battle area clearance|"
        + "temizleme|temizlenme|temizlik|mayin temizleme|minatemizleme|minadan temizleme|minalardan temizleme|очистка|разминирование|ciscenje|deminiranje|"
        + "razminiranje|деминирање|чишћење|صفائی|کلیئرنس|bac|area cleared|land cleared|hazard cleared|sha cleared|cha cleared|minefield cleared");

    private static readonly HashSet<string> Releasing = Split("released|release|land released|land release|safe|made safe|mine free|minefree|mines free|"
        + "free of mines|free from mines|free|tehlukesiz|tehlukesizdir|minasiz|azad edilib|azad edilmis|serbest|serbest birakildi|serbest birakilmis|guvenli|"
        + "mayinsiz|mayindan arinmis|безопасно|безопасен|безопасна|безопасный|освобожден|освобождена|освобождено|без мин|свободно от мин|"
        + "свободен от мин|sigurno|sigurna|sigurna povrsina|oslobodeno|oslobodena|bez mina|слободно|безбедно|без мина|محفوظ|سرنگوں سے پاک|آزاد");

    private static readonly HashSet<string> Completing = Split("completed|complete|completion|done|finished|finish|closed|work completed|work done|"
        + "work finished|clearance done|clearance finished|task completed|task closed|clearance completed|clearance complete|tamamlanib|tamamlandi|tamamlanmis|"
        + "tamamlanma|bitib|bitdi|bitti|bitmis|biten|завершено|завершен|завершена|завершение|закончено|закончен|закончена|окончено|окончен|выполнено|готово|"
        + "zavrseno|zavrsena|zavrsen|gotovo|завршено|завршена|مکمل|مکمل شدہ|ختم");

    /// <summary>Words for status; the long ones also as a part: "LANDSTATUS".</summary>
    private static readonly HashSet<string> Status = Split("status|statusu|veziyyet|veziyyeti|durum|durumu|"
        + "статус|статуса|состояние|stanje|стање|حیثیت|صورتحال");

    private static readonly string[] Parts = ["status", "статус"];

    private static readonly HashSet<string> Sizes = Split("area|m 2|m2|sqm|ha|km 2|hectares|size|square|metres|meters|percent|sahe|sahesi|erazi|alan|alani|"
        + "площадь|га|м 2|povrsina|رقبہ");

    private static readonly HashSet<string> Units = Split("m 2|m2|sqm|ha|km 2|hectares|square metres|square meters|square kilometres|percent|га|м 2");

    private static readonly HashSet<string> Before = ["is", "was", "it", "area", "land", "has", "been", "the"];

    public static bool HoldsStatus(string name)
    {
        var folded = Words.Fold(name);
        return Array.Exists(Parts, p => folded.Contains(p, StringComparison.Ordinal)) || folded.Split(' ').Any(Status.Contains);
    }

    /// <summary>A name of numbers: the value is a choice from somebody's list, not a measure.</summary>
    public static bool HoldsStatusOrCode(string name) =>
        HoldsStatus(name) || Words.Fold(name).Split(' ').Any(w => w is "code" or "kod" or "kodu" or "код" or "sifra");

    /// <summary>A measure or share of land, so that numbers are no answer to yes or no.</summary>
    public static bool IsSize(string name) => $" {Words.Fold(name)} " is var folded && Sizes.Any(s => folded.Contains($" {s} ", StringComparison.Ordinal));

    /// <summary>"released_square_metres": the name states the unit of a measure.</summary>
    public static bool HoldsUnit(string name) => HoldsPercent(name) || $" {Words.Fold(name)} " is var folded && Units.Any(u => folded.Contains($" {u} ", StringComparison.Ordinal));

    /// <summary>The effect or act that the whole name is; null when it is none.</summary>
    public static StatusColumn? OfName(string column)
    {
        // "% demined" asks for a share.
        if (HoldsPercent(column))
        {
            return null;
        }

        var asked = Asked(column);
        return ValueWords.ReadEffect(asked) is { } effect ? new StatusColumn(column, true, effect)
            : Clearing.Contains(asked) ? new StatusColumn(column, true, LandEffect.Clear)
            : Releasing.Contains(asked) ? new StatusColumn(column, true, null, StatusAct.Release)
            : Completing.Contains(asked) ? new StatusColumn(column, true, null, StatusAct.Completion)
            : null;
    }

    /// <summary>"Is it cleared?", "Cleared (Y/N)": what the yes and no are about.</summary>
    public static string Asked(string name)
    {
        var words = Words.Fold(name.Split('(', '[')[0].TrimEnd('?', ' ')).Split(' ');
        return string.Join(' ', words.SkipWhile(Before.Contains));
    }

    private static bool HoldsPercent(string name) => name.AsSpan().ContainsAny('%', '٪');

    private static HashSet<string> Split(string names) => [.. names.Split('|').Select(Words.Fold)];
}
