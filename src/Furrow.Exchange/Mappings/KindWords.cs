using Furrow.Core.Land;

namespace Furrow.Exchange.Mappings;

/// <summary>The words a column of contamination may hold: exact, like those of <see cref="StatusWords"/>. Lists of them are read by <see
/// cref="KindPhrase"/>.</summary>
internal static class KindWords
{
    private const KindSet Mines = KindSet.ApMines | KindSet.AvMines;

    private static readonly (KindSet Kinds, string Words)[] Lists =
    [
        (KindSet.ApMines, "ap|apm|ap mine|ap mines|ap-mines|ap minefield|anti personnel|anti personnel mine|anti personnel mines|anti personnel minefield|"
            + "antipersonnel|antipersonnel mine|antipersonnel mines|anti personnel landmines|"
            + "piyada əleyhinə|piyada əleyhinə mina|piyada əleyhinə minalar|anti personel|anti personel mayın|anti personel mayınlar|anti personel mayınları|"
            + "antipersonel|antipersonel mayın|antipersonel mayınlar|antipersonel mayınları|"
            + "пп|ппм|противопехотная|противопехотные|противопехотная мина|противопехотные мины|بارودی سرنگ خلاف افراد|افراد شکن سرنگیں|اینٹی پرسنل|"
            + "اینٹی پرسنل سرنگیں|اینٹی پرسنل مائنز|"
            + "pp|ppm|pp mina|pp mine|protupješačka|protupješačke|protupješačke mine|protivpješadijske|protivpješadijske mine|protivpješadijska mina|"
            + "protivpešadijske mine|противпешадијске мине"),
        (KindSet.AvMines, "av|at|avm|atm|av mine|av mines|at mine|at mines|av minefield|at minefield|anti vehicle|anti vehicle mine|anti vehicle mines|"
            + "antivehicle|antivehicle mines|anti tank|anti tank mine|anti tank mines|anti tank minefield|antitank|antitank mine|antitank mines|"
            + "tank əleyhinə|tank əleyhinə mina|tank əleyhinə minalar|anti tank mayın|anti tank mayını|anti tank mayınlar|anti tank mayınları|"
            + "tanksavar|tanksavar mayın|tanksavar mayını|tanksavar mayınlar|tanksavar mayınları|"
            + "пт|птм|противотанковая|противотанковые|противотанковая мина|противотанковые мины|противотранспортные мины|ٹینک شکن|ٹینک شکن سرنگیں|"
            + "اینٹی ٹینک|اینٹی ٹینک سرنگیں|اینٹی ٹینک مائنز|"
            + "pt|ptm|pt mina|pt mine|protuoklopna|protuoklopne|protuoklopne mine|protutenkovske mine|protivtenkovske|protivtenkovske mine|"
            + "protivtenkovska mina|противтенковске мине"),
        (Mines, "mine|mines|minefield|minefields|mixed minefield|landmine|landmines|land mine|land mines|mined area|mina|minalar|mina sahəsi|mina sahələri|"
            + "minalanmış sahə|mayın|mayınlar|mayınlı alan|mayınlı alanlar|mayın tarlası|kara mayını|kara mayınları|мина|мины|минное поле|минные поля|"
            + "بارودی سرنگ|بارودی سرنگیں|مائنز|minsko polje|minska polja|мине|минско поље|минска поља|piyada və tank əleyhinə minalar|"
            + "anti personel ve anti tank mayınları"),
        (KindSet.ClusterMunitionRemnants, "cmr|cluster|cluster munition|cluster munitions|cluster munition remnant|cluster munition remnants|"
            + "cluster munitions remnants|cluster bomb|cluster bombs|cluster submunitions|submunition|submunitions|bomblet|bomblets|"
            + "kaset|kaset sursatı|kaset sursatları|kaset döyüş sursatı|kaset bombası|kaset bombaları|kaset sursatlarının qalıqları|"
            + "misket|misket bombası|misket bombaları|misket mühimmatı|küme bombası|küme bombaları|"
            + "кассетные|кассетный боеприпас|кассетные боеприпасы|кассетные бомбы|кассетные суббоеприпасы|остатки кассетных боеприпасов|"
            + "کلسٹر|کلسٹر بم|کلسٹر گولہ بارود|kasetna municija|kazetna municija|kasetne bombe|ostaci kasetne municije|касетна муниција|касетне бомбе"),
        (KindSet.OtherErw, "erw|other erw|uxo|uxos|axo|explosive remnants of war|unexploded ordnance|abandoned ordnance|abandoned explosive ordnance|"
            + "phs|partlamamış sursat|partlamamış sursatlar|partlamamış hərbi sursat|partlamamış hərbi sursatlar|"
            + "patlamamış mühimmat|patlamamış askeri mühimmat|terk edilmiş mühimmat|"
            + "нрб|впв|неразорвавшиеся боеприпасы|неразорвавшийся боеприпас|взрывоопасные пережитки войны|брошенные боеприпасы|"
            + "ان پھٹا گولہ بارود|جنگ کی دھماکہ خیز باقیات|nus|eor|neeksplodirana ubojna sredstva|neeksplodirano ubojno sredstvo|eksplozivni ostaci rata|"
            + "неексплодирана убојна средства"),
        (KindSet.Ied, "ied|ieds|improvised explosive device|improvised explosive devices|əldəqayırma partlayıcı qurğu|əldəqayırma partlayıcı qurğular|"
            + "eyp|el yapımı patlayıcı|el yapımı patlayıcılar|сву|самодельное взрывное устройство|самодельные взрывные устройства|آئی ای ڈی|دیسی ساختہ بم|"
            + "improvizovana eksplozivna naprava|improvizirana eksplozivna naprava|improvizovane eksplozivne naprave"),
        (KindSet.All, "all|all kinds"),
    ];

    private static readonly Dictionary<string, KindSet> Known = Index();

    /// <summary>Every known word as it is listed, with what it means.</summary>
    public static IEnumerable<(string Word, KindSet Kinds)> All => Lists.SelectMany(l => l.Words.Split('|').Select(w => (w, l.Kinds)));

    /// <param name="key">See <see cref="KnownText.Key"/>.</param>
    public static KindSet? Find(string key) => Known.TryGetValue(key, out var kinds) ? kinds : null;

    private static Dictionary<string, KindSet> Index()
    {
        var known = new Dictionary<string, KindSet>();
        foreach (var (word, kinds) in All)
        {
            if (known.TryGetValue(Words.Fold(word), out var other) && other != kinds)
            {
                throw new InvalidOperationException($"\"{word}\" is listed as {other} and as {kinds}.");
            }

            known[Words.Fold(word)] = kinds;
        }

        return known;
    }
}
