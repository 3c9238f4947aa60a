using Examples;
using Furrow.Core.Log;
using Furrow.Server.Lists;
using Furrow.Server.Pages;

namespace Furrow.Server.Tests.Leaks;

/// <summary>How each output is asked for, so that it has something to say. What needs no word (a plain address, a verb without arguments) is not listed;
/// an address with a hole or a verb that does not understand an empty line must be.</summary>
internal static class Outputs
{
    private const string Box = "bbox=9.9,44.9,10.1,45.1";

    private static readonly byte[] Reports = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    private static readonly string[] ReviewStatuses = ["submitted", "checked", "approved", "returned", "rejected", "superseded", "withdrawn"];

    private static readonly string[] Groups = ["place", "kind", "organisation", "team", "method", "donor", "year", "hazardous-area"];

    private static readonly string[] Table = ["table.csv", "--on", "2026-01-02", "--organisation", "Survey office"];

    /// <summary>Addresses, by the pattern the server has for them.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Addresses = new Dictionary<string, string[]>
    {
        ["/welcome/{Key}"] = ["/welcome/nobodys"],
        ["/entitlement"] =
        [
            "/entitlement", "/entitlement?who=T-1A&activity=eod&on=2024-05-01", $"/entitlement?who={PlantedFacts.Person:D}&activity=eod&then=2099-01-01",
        ],
        ["/spot"] = ["/spot", "/spot?at=45.0003,10.0003"],
        ["/search"] = ["/search", "/search?q=H-1", .. Plants.All.Select(p => "/search?q=" + p.Word[..7])],
        ["/balance"] = ["/balance", .. Groups.Select(g => "/balance?by=" + g)],
        ["/balance/postings"] = ["/balance/postings", "/balance/postings?from-status=unrecorded&to-status=suspected"],
        ["/balance/effort"] = ["/balance/effort", .. Groups.Select(g => "/balance/effort?by=" + g)],
        ["/balance/restated"] = ["/balance/restated?after=1"],
        ["/figures/{Id:guid}"] = [$"/figures/{PlantedFacts.Figure:D}"],
        ["/figures/{id:guid}/file"] = [$"/figures/{PlantedFacts.Figure:D}/file"],
        ["/areas"] = ["/areas", "/areas?q=" + Plants.All[0].Word[..7]],
        ["/areas/{Code}"] = ["/areas/H-1", "/areas/H-2"],
        ["/reports"] = ["/reports", "/reports?columns=code,submitted-by,checked-by", "/reports?status=waiting", .. Plants.All.Select(p => "/reports?q=" + p.Word[..7])],
        ["/reports/{Id:guid}"] = [.. Reports.Select(n => $"/reports/{PlantedFacts.Id(n):D}")],
        ["/reports/{Id:guid}/correct"] = [$"/reports/{PlantedFacts.Area:D}/correct"],
        ["/findings/group"] = ["/findings/group?key=" + Uri.EscapeDataString(PlantedFacts.Group) + $"&batch={PlantedFacts.Batch:D}"],
        ["/do/{Name}"] = [.. Furrow.Server.Intents.IntentList.OfProgram.All.Where(i => !i.HasOwnPage).Select(i => "/do/" + i.Name)],
        ["/import/{Id:guid}"] = [$"/import/{PlantedFacts.Batch:D}", $"/import/{PlantedFacts.Undone:D}", $"/import/{PlantedFacts.Waiting:D}"],
        ["/import/draft/{Id:guid}"] = ["/import/draft/DRAFT"],
        ["/import/draft/{Id:guid}/row/{Row:int}"] = ["/import/draft/DRAFT/row/2"],
        ["/rows/{Name}"] = [.. Furrow.Server.Intents.IntentList.OfProgram.All.Where(i => !i.HasOwnPage).Select(i => "/rows/" + i.Name)],
        ["/rows/{Name}/{Id:guid}"] = ["/rows/person-register/DRAFT"],
        ["/places/draft/{Id:guid}"] = ["/places/draft/DRAFT"],
        ["/import/{id:guid}/mapping.json"] = [$"/import/{PlantedFacts.Batch:D}/mapping.json", $"/import/{PlantedFacts.Waiting:D}/mapping.json"],
        ["/import/draft/{id:guid}/mapping.json"] = ["/import/draft/DRAFT/mapping.json"],
        ["/lists/{Name}"] = [.. AllLists.All.Select(l => "/lists/" + l.Name)],
        ["/records/{Name}/{Id:guid}"] = ["/records/people/" + PlantedFacts.Person.ToString("D"),
            .. SubjectExamples.All.Where(s => s.IsPlanted).SelectMany(s => s.Facts).SelectMany(RecordPages)],
        ["/lists/{name}.{format}"] = [.. AllLists.All.SelectMany(l => ListDownload.Formats(l).Select(f => $"/lists/{l.Name}.{f.Extension}"))],
        ["/picture"] = ["/picture?" + Box],
        ["/print"] = ["/print?lat=45&lon=10"],
        ["/print.svg"] = ["/print.svg?lat=45&lon=10"],
        ["/print.css"] = ["/print.css?lat=45&lon=10"],
        ["/assets/{hash}/{name}"] = [Furrow.Server.Pages.OwnFiles.Url("furrow.js")],
        ["/dist/{name}"] = ["/dist/furrow-map.js"],
        ["/api/spot"] = ["/api/spot?lat=45.0003&lon=10.0003"],
        ["/api/search"] = ["/api/search?q=H-1", .. Plants.All.Select(p => "/api/search?q=" + p.Word[..7])],
        ["/api/features"] = ["/api/features?" + Box],
        ["/tiles/land/{z:int}/{x:int}/{y:int}.mvt"] = ["/tiles/land/0/0/0.mvt", "/tiles/land/8/135/92.mvt", "/tiles/land/14/8647/5894.mvt"],
    };

    /// <summary>The pages of what the facts of a subject name, on the lists whose rows lie in the same folder.</summary>
    private static IEnumerable<string> RecordPages(IFact fact) =>
        from list in AllLists.All
        where list.Of is not null && list.Row.Namespace == fact.GetType().Namespace
        from property in fact.GetType().GetProperties()
        where property.PropertyType == typeof(Guid) && property.Name.Equals(list.Of, StringComparison.OrdinalIgnoreCase)
        select $"/records/{list.Name}/{property.GetValue(fact):D}";

    /// <summary>Answers that are no success by their nature.</summary>
    public static readonly IReadOnlyDictionary<string, int> Statuses = new Dictionary<string, int>
    {
        ["/accounts"] = 404, // For administrators; whoever looks here is none.
        ["/welcome/{Key}"] = 410, // A link that was never given out.
        ["/_framework/opaque-redirect"] = 400, // Of the framework; it only takes what it has signed itself.
    };

    /// <summary>Verbs that have nothing to do over this programme: it is there already, and computed by the only versions there are.</summary>
    public static readonly IReadOnlyList<string> Refused = ["exercise", "versions set"];

    /// <summary>Command lines, by the verb's name. FILE is a table to import, and what a verb writes itself is looked at too.</summary>
    public static readonly IReadOnlyDictionary<string, string[][]> Verbs = new Dictionary<string, string[][]>
    {
        ["accounts add"] = [["Erin", "--sign-in-as", "erin", "--reason", "why"]],
        ["accounts remove"] = [["erin", "--reason", "why"]],
        ["accounts lock"] = [["erin"]],
        ["accounts unlock"] = [["erin"]],
        ["accounts revoke"] = [["erin"]],
        ["accounts reset"] = [["erin"]],
        ["import"] =
        [
            [.. Table, "--as", "suspected"],
            [.. Table, "--as", "suspected", "--apply", "--rows", "all", "--verdicts", "verdicts.csv", "--save-mapping", "m.json"],
        ],
        ["undo"] = [["last", "--reason", "why"], [PlantedFacts.Waiting.ToString(), "--reason", "why"]],
        ["balance"] = [[], .. Groups.Select(g => (string[])["--by", g == "hazardous-area" ? "area" : g])],
        ["areas"] = [[], ["H-1"], ["H-2"]],
        ["list"] = [.. AllLists.All.SelectMany(l => (string[][])[[l.Name], [l.Name, "--out", "list.xlsx"], [l.Name, "--restricted"]])],
        ["spot"] = [["--lat", "45.0003", "--lon", "10.0003"]],
        ["restate"] = [["--after", "1"]],
        ["findings decide"] = [[PlantedFacts.Group, "--batch", PlantedFacts.Batch.ToString(), "--decision", "reconsider", "--reason", "why"]],
        ["review list"] = [[], .. ReviewStatuses.Select(s => (string[])["--status", s])],
        ["review history"] = [.. Reports.Select(n => (string[])[PlantedFacts.Id(n).ToString()])],
        ["review check"] = [["H-10", "--person", "Dan"]],
        ["review accept"] = [["--batch", PlantedFacts.Waiting.ToString(), "--person", "Dan"], ["H-5", "--person", "Dan"]],
        ["review return"] = [["H-5", "--reason", "why", "--person", "Dan"]],
        ["review reject"] = [["H-5", "--reason", "why", "--person", "Dan"]],
        ["correct"] = [["H-1", "correction.csv", .. Table.Skip(1), "--as", "suspected"]],
        ["withdraw"] = [["H-1", "--reason", "why"]],
        ["figure publish"] = [["figure.json"]],
        ["figure reprint"] = [[PlantedFacts.Figure.ToString()], [PlantedFacts.Figure.ToString(), "--out", "again.csv"]],
        ["rows"] = [["person-register", "people.csv"], ["person-register", "people.csv", "--apply", "--reason", "why"]],
        ["person mentions"] = [["officer"]],
        ["person erase"] = [["officer", "--reason", "why"]],
        ["part erase"] = [["1", "--reason", "why"]],
        ["word learn"] = [["--field", "effect", "--word", "Something new", "--meaning", "cleared", "--reason", "why"]],
        ["person suspend"] = [["--whom", "officer", "--reason", "why"]],
        ["role take"] = [["--held-role", PlantedFacts.Id(232).ToString(), "--reason", "why"]],
        ["person register"] = [["Erin", "--reason", "why"]],
        ["organisation change"] = [["--organisation", "EXERCISE engineers", "--kind", "company", "--reason", "why"]],
        ["organisation unalias"] = [["--organisation", "EXERCISE engineers", "--alias", "EXERCISE ENG", "--reason", "why"]],
        ["agreement record"] = [["Something new", "--kind", "memorandum", "--level", "ministers", "--countries", "XA", "--reason", "why"]],
        ["agreement change"] =
        [
            ["--agreement", "EXERCISE declaration", "--name", "New", "--kind", "memorandum", "--level", "ministers", "--countries", "XA"],
        ],
        ["agreement link"] = [["--agreement", "EXERCISE technical arrangement", "--link", "replaces", "--other", "EXERCISE declaration", "--reason", "why"]],
        ["agreement unlink"] = [["--agreement", "EXERCISE technical arrangement", "--link", "rests-on", "--other", "EXERCISE declaration", "--reason", "why"]],
        ["agreement right"] = [["--organisation", "EXERCISE engineers", "--activity", "survey"], ["--organisation", "EXERCISE company", "--activity", "survey"]],
        ["clause record"] = [["--agreement", "EXERCISE declaration", "--number", "9", "--kind", "insurance", "--text", "Everybody", "--reason", "why"]],
        ["clause change"] = [["--clause", "EXERCISE technical arrangement (2023-04-01), 4.3", "--number", "9", "--kind", "other", "--reason", "why"]],
        ["team form"] = [["T-77", "--organisation", "EXERCISE engineers", "--work", "eod", "--formed-on", "2024-01-01", "--reason", "why"]],
        ["team members"] = [["T-1A", "--on", "2024-03-01"], ["T-1A", "--on", "2024-03-01", "--then", "2099-01-01"]],
        ["team change"] = [["--team", "T-1A", "--organisation", "EXERCISE engineers", "--work", "eod", "--formed-on", "2024-01-11", "--reason", "why"]],
        ["team rename"] = [["--team", "T-1A", "--code", "T-1B", "--reason", "why"]],
        ["team unalias"] = [["--team", "T-1A", "--alias", "EXERCISE first team", "--reason", "why"]],
        ["team disband"] = [["--team", "T-1A", "--disbanded-on", "2024-08-01", "--reason", "why"]],
        ["team join"] = [["--team", "T-2", "--whom", "officer", "--function", "medic", "--joined-on", "2024-07-01", "--also", "yes", "--reason", "why"]],
        ["person code"] = [["--whom", "officer", "--service-code", "XB-77", "--reason", "why"]],
        ["person engage"] =
        [
            ["--organisation", "EXERCISE engineers", "--from", "2024-05-01", "--name", "Newcomer", "--service-code", "XB-78", "--reason", "why"],
        ],
        ["person detail"] = [["--whom", PlantedFacts.Person.ToString(), "--detail", "medical", "--personal", "New", "--reason", "why"]],
        ["person serve"] = [["--whom", "officer", "--organisation", "EXERCISE engineers", "--from", "2024-05-01", "--reason", "why"]],
        ["person languages"] = [["--whom", "officer", "--languages", "az", "--reason", "why"]],
        ["person caveats"] = [["--whom", "officer", "--caveats", "None at night", "--reason", "why"]],
        ["certificate record"] =
        [
            ["--whom", "officer", "--issuer", "School", "--issued-on", "2024-05-01", "--competency", "medic", "--number", "7", "--reason", "why"],
        ],
        ["team leave"] = [["--membership", PlantedFacts.Id(103).ToString(), "--left-on", "2024-07-01", "--reason", "why"]],
        ["procedure register"] =
        [
            ["--organisation", "EXERCISE engineers", "--code", "SOP-9", "--version", "1", "--title", "New", "--issued-on", "2024-05-01", "--reason", "why"],
        ],
        ["procedure change"] = [["--procedure", "EXERCISE SOP-4, 1", "--title", "New", "--issued-on", "2023-04-01", "--reason", "why"]],
        ["machine register"] = [["--machine-kind", "robot", "--maker", "Works", "--model", "New", "--reason", "why"]],
        ["machine change"] = [["--machine-type", "EXERCISE Works D-2", "--machine-kind", "robot", "--maker", "Works", "--model", "New", "--reason", "why"]],
        ["dog form"] =
        [
            ["--dog", "New", "--handler", PlantedFacts.Person.ToString(), "--organisation", "EXERCISE engineers", "--formed-on", "2024-05-01"],
        ],
        ["accreditation apply"] =
        [
            ["--subject", "EXERCISE engineers", "--activities", "marking", "--applied-on", "2024-05-01", "--reason", "why"],
        ],
        ["accreditation move"] =
        [
            ["--accreditation", "EXERCISE SOP-4, 2", "--stage", "desk-assessment", "--from", "2024-05-01"],
            ["--accreditation", "EXERCISE engineers", "--stage", "full", "--from", "2024-05-01", "--conditions", "By day", "--reason", "why"],
        ],
        ["use record"] = [["--subject", "EXERCISE SOP-4, 2", "--reports", "H-1", "--reason", "why"]],
        ["recall close"] = [["--recall", "EXERCISE Max (900124)", "--reason", "why"]],
        ["recall open"] = [["--subject", "EXERCISE SOP-5, 1", "--reason", "why"]],
        ["recall decide"] = [["--recall", "EXERCISE SOP-4, 2", "--decision", "lifted", "--reports", "H-1", "--reason", "why"]],
        ["recall show"] = [["EXERCISE SOP-4, 2"]],
        ["entitlement"] =
        [
            ["--activity", "manual-clearance"], ["T-1A", "--activity", "eod", "--on", "2024-05-01"],
            ["EXERCISE Max (900124)", "--activity", "dog-clearance", "--then", "2099-01-01"], [PlantedFacts.Person.ToString(), "--activity", "eod"],
        ],
        ["emergency order"] =
        [
            ["--subject", "T-1A", "--officer", PlantedFacts.Person.ToString(), "--on", "2024-05-01", "--what", "Respond", "--reason", "why"],
        ],
        ["emergency regularise"] = [["--emergency-order", PlantedFacts.Id(183).ToString(), "--outcome", "In order", "--reason", "why"]],
        ["emergency withdraw"] = [["--emergency-order", PlantedFacts.Id(183).ToString(), "--reason", "why"]],
        ["places load"] = [["places.geojson", "--name", "Districts", "--source", "Survey office", "--version", "2"]],
        ["profile set"] = [["DoubtWaitsAbovePercent=30", "--reason", "why"]],
        ["time-zone set"] = [["Europe/Sarajevo", "--reason", "why"]],
        ["versions set"] = [["--engine", "1", "--reason", "why"]],
        ["exercise"] = [[]],
        ["serve"] = [["--port", "0"]],
    };
}
