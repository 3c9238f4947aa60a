using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Mappings;

/// <summary>Reads one row by a mapping. Complaints are collected, so that one look shows all that is wrong with a row.</summary>
internal sealed class RowMapper(Mapping mapping, InputRow row)
{
    private readonly List<Problem> _problems = [];
    private readonly HashSet<string> _used = [];

    public MappedRow Map()
    {
        var effect = Choice<LandEffect>("effect", ValueWords.ReadEffect, "an effect on land such as suspected, confirmed or cleared");
        var kind = Choice<ReportKind>("kind", ValueWords.ReadReportKind, "a kind of report");
        var mapped = new MappedRow
        {
            Source = row,
            Code = Text("code"),
            Effect = effect,
            Kind = kind ?? (effect is { } e ? ValueWords.KindOf(e) : null),
            Start = Date("start", false),
            End = Date("end", true),
            Organisation = Text("organisation"),
            Team = Text("team"),
            Donor = Text("donor"),
            Kinds = Choice<KindSet>("kinds", ValueWords.ReadContamination, "a kind of contamination"),
            HazardousArea = Text("hazardousArea"),
            HazardousAreaName = Text("hazardousAreaName"),
            Predecessors = List("predecessors"),
            Aliases = List("aliases"),
            Place = Text("place"),
            Method = Text("method"),
            DepthSearchedCm = Whole(Number("depthSearched", FieldType.Depth, "a depth")),
            DepthRequiredCm = Whole(Number("depthRequired", FieldType.Depth, "a depth")),
            SurfaceReleases = Choice<bool>("surfaceReleases", ValueWords.ReadYesNo, "yes or no"),
            StatedSquareMetres = Number("statedArea", FieldType.Area, "an area"),
            PositionAccuracyMetres = Number("positionAccuracy", FieldType.Length, "a length"),
            ReferencePoint = Position("referencePoint", "reference point"),
            Benchmark = Position("benchmark", "benchmark"),
            EvidenceStrength = Choice<EvidenceStrength>("evidenceStrength", ValueWords.ReadEvidence, "direct or indirect"),
            Evidence = Text("evidence"),
            HandedOverTo = Text("handedOverTo"),
            Corrects = Text("corrects"),
            Remarks = Text("remarks"),
        };
        return mapped with { Extra = Rest(), Problems = _problems };
    }

    private Dictionary<string, string> Rest()
    {
        var rest = new Dictionary<string, string>();
        _used.UnionWith(mapping.Geometry?.PlaceColumns ?? []);
        foreach (var field in row.Fields)
        {
            if (!_used.Contains(field.Name) && !string.IsNullOrWhiteSpace(field.Value) && field.Value != row.DrawnText)
            {
                rest.TryAdd(field.Name, field.Value);
            }
        }

        return rest;
    }

    private string? Text(string field) => Raw(field).Value;

    private (FieldRule? Rule, string? Value) Raw(string field)
    {
        foreach (var rule in mapping.Fields)
        {
            if (rule.Field != field)
            {
                continue;
            }

            var value = rule.Column is { } column ? row[column]?.Trim() : null;
            if (rule.Column is not null)
            {
                _used.Add(rule.Column);
            }

            if (value is not null && rule.Values is { } values && values.TryGetValue(value, out var translated))
            {
                value = translated;
            }

            value = string.IsNullOrWhiteSpace(value) ? rule.Constant : value;
            if (!string.IsNullOrWhiteSpace(value))
            {
                return (rule, value);
            }
        }

        return (null, null);
    }

    private T? Choice<T>(string field, Func<string, T?> parse, string expected)
        where T : struct
    {
        var (rule, value) = Raw(field);
        if (value is null)
        {
            return null;
        }

        var parsed = parse(value);
        if (parsed is null)
        {
            Complain(rule!, value, expected);
        }

        return parsed;
    }

    private ReportDate? Date(string field, bool ends)
    {
        var (rule, value) = Raw(field);
        if (value is null)
        {
            return null;
        }

        var date = DateText.Parse(value, rule!.DateOrder, ends);
        if (date is null)
        {
            Complain(rule, value, DateText.Parse(value, DateOrder.DayMonthYear, ends) is not null && rule.DateOrder == DateOrder.Unstated
                ? "a date with one meaning: say in the mapping whether the day or the month comes first"
                : "a date");
        }

        return date;
    }

    private double? Number(string field, FieldType type, string expected)
    {
        var (rule, value) = Raw(field);
        if (value is null)
        {
            return null;
        }

        var number = NumberText.Parse(value, rule!.DecimalComma, type, rule.Unit);
        if (number is null or < 0)
        {
            Complain(rule, value, $"{expected} that can be read in one way; say the unit and the decimal sign in the mapping");
            return null;
        }

        return number;
    }

    private int? Whole(double? number) => number is { } n && n <= 100_000 ? (int)Math.Round(n) : null;

    private NamedPoint? Position(string field, string name)
    {
        var (rule, value) = Raw(field);
        if (value is null)
        {
            return null;
        }

        if (CoordinateText.Position(value) is { } at && Math.Abs(at.Lon) <= 180 && Math.Abs(at.Lat) <= 90)
        {
            return new NamedPoint(name, GridPoint.FromDegrees(at.Lon, at.Lat), value);
        }

        Complain(rule!, value, "a position: latitude and longitude, UTM or MGRS");
        return null;
    }

    private string[] List(string field) =>
        Text(field)?.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private void Complain(FieldRule rule, string value, string expected) =>
        _problems.Add(Problems.FieldUnreadable(row.File, row.Row, rule.Column ?? rule.Field, value, expected));
}
