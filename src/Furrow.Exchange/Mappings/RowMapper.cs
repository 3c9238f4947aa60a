using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Core.Reports;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.Mappings;

/// <summary>Reads rows by a mapping. Complaints are collected, so that one look shows all that is wrong with a row. Columns repeat few values: what a
/// value was read as is remembered.</summary>
internal sealed partial class RowMapper
{
    private static readonly List<UnreadValue> None = [];

    private readonly Mapping _mapping;
    private readonly Func<DateTimeOffset, DateOnly>? _dayOf;
    private readonly Dictionary<string, FieldRule[]> _rules;
    private readonly RememberedValues _remembered = new();
    private readonly HashSet<string> _used = [];
    private InputRow _row = null!;
    private IReadOnlyList<DatedMoment> _moments = [];
    private List<UnreadValue> _unread = None;
    private string? _nothing;
    private IReadOnlyList<Phrase> _notes = [];

    /// <param name="dayOf">Which day a moment is where the programme counts its days.</param>
    public RowMapper(Mapping mapping, Func<DateTimeOffset, DateOnly>? dayOf = null)
    {
        (_dayOf, _mapping) = (dayOf, mapping);
        _rules = mapping.Fields.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.ToArray());
    }

    public MappedRow Map(InputRow row)
    {
        (_row, _unread, _moments, _nothing, _notes) = (row, None, [], null, []);
        _used.Clear();
        var effect = Choice<LandEffect>("effect", ValueWords.ReadEffect, static () => $"an effect on land such as suspected, confirmed or cleared");
        var kind = Choice<ReportKind>("kind", ValueWords.ReadReportKind, static () => $"a kind of report");
        var mapped = new MappedRow
        {
            Source = row,
            Code = Text("code"),
            Effect = effect,
            StatesNothing = _nothing,
            Kind = kind ?? (effect is { } e ? ValueWords.KindOf(e) : null),
            StatedKind = kind,
            Start = Date("start", false),
            End = Date("end", true),
            StartPrecision = Choice<DatePrecision>("startPrecision", ValueWords.ReadPrecision, static () => $"day, month, year or assumed"),
            EndPrecision = Choice<DatePrecision>("endPrecision", ValueWords.ReadPrecision, static () => $"day, month, year or assumed"),
            Organisation = Text("organisation"),
            Team = Text("team"),
            Donor = Text("donor"),
            Kinds = Choice<KindSet>("kinds", ValueWords.ReadContamination, static () => $"a kind of contamination"),
            HazardousArea = Text("hazardousArea"),
            HazardousAreaName = Text("hazardousAreaName"),
            Predecessors = List("predecessors"),
            Aliases = List("aliases"),
            Place = Text("place"),
            Method = Text("method"),
            DepthSearchedCm = Depth("depthSearched"),
            DepthRequiredCm = Depth("depthRequired"),
            SurfaceReleases = Choice<bool>("surfaceReleases", ValueWords.ReadYesNo, static () => $"yes or no"),
            StatedSquareMetres = Number("statedArea", FieldType.Area, static () => $"an area"),
            PositionAccuracyMetres = Number("positionAccuracy", FieldType.Length, static () => $"a length"),
            ReferencePoint = Position("referencePoint", "reference point", PointRole.Reference),
            Benchmark = Position("benchmark", "benchmark", PointRole.Benchmark),
            EvidenceStrength = Choice<EvidenceStrength>("evidenceStrength", ValueWords.ReadEvidence, static () => $"direct or indirect"),
            Evidence = Text("evidence"),
            HandedOverTo = Text("handedOverTo"),
            Corrects = Text("corrects"),
            Remarks = Text("remarks"),
            Baseline = Choice<bool>("baseline", ValueWords.ReadYesNo, static () => $"yes or no"),
        };
        var rest = WithOthers();
        return rest is null && _unread.Count + _moments.Count + _notes.Count == 0 ? mapped
            : mapped with { Extra = rest ?? mapped.Extra, Unread = _unread, Moments = _moments, Notes = _notes };
    }

    private Dictionary<string, string>? Rest()
    {
        Dictionary<string, string>? rest = null;
        _used.UnionWith(_mapping.Geometry?.PlaceColumns ?? []);
        foreach (var field in _row.Fields)
        {
            if (!_used.Contains(field.Name) && !string.IsNullOrWhiteSpace(field.Value) && field.Value != _row.DrawnText)
            {
                (rest ??= []).TryAdd(field.Name, field.Value);
            }
        }

        return rest;
    }

    /// <summary>With the columns that a text of our own exports holds; a text that is none of ours is kept as it came.</summary>
    private IReadOnlyDictionary<string, string>? WithOthers()
    {
        var (rule, text) = Raw("otherColumns");
        var rest = Rest();
        var others = text is null ? null : OtherColumns.Read(text);
        if (text is not null && others is null)
        {
            Complain("otherColumns", Unreadable(rule!, text, $"columns as an export of this program holds them"));
        }

        return others is null ? rest : OtherColumns.Join(others, rest);
    }

    private string? Text(string field) => Raw(field).Value;

    private (FieldRule? Rule, string? Value) Raw(string field)
    {
        if (!_rules.TryGetValue(field, out var rules))
        {
            return (null, null);
        }

        foreach (var rule in rules)
        {
            var value = rule.ValueIn(_row);
            if (rule.Column is not null)
            {
                _used.Add(rule.Column);
            }

            if (value is not null && rule.Values is { } values && values.TryGetValue(value, out var translated) && translated != FieldRule.Unknown)
            {
                if (translated == FieldRule.LeftOut)
                {
                    Complain(field, Problems.WordLeftOut(_row.File, _row.Row, rule.Column!, value));
                    return (null, null);
                }

                value = translated;
            }

            value = string.IsNullOrWhiteSpace(value) ? rule.Constant : value;
            if (!string.IsNullOrWhiteSpace(value))
            {
                if (rule.Column is { } read && _row.Doubts is { } doubts && doubts.TryGetValue(read, out var doubt)
                    && ReportFields.Find(field)!.IsInDoubt(doubt))
                {
                    Complain(field, Problems.RowBroken(_row.File, _row.Row, doubt.Why, read));
                    return (null, null);
                }

                return (rule, value);
            }
        }

        return (null, null);
    }

    private T? Choice<T>(string field, Func<string, T?> parse, Func<Phrase> expected)
        where T : struct
    {
        var (rule, value) = Raw(field);
        if (value is null)
        {
            return null;
        }

        if (field == "effect" && ValueWords.StatesNothing(value))
        {
            _nothing = rule!.Column is { } column ? _row[column]?.Trim() ?? value : value;
            return null;
        }

        var parsed = _remembered.Of(rule!, value, parse);
        if (parsed is null)
        {
            Complain(field, field switch
            {
                "effect" => Problems.StatusUnknown(_row.File, _row.Row, rule!.Column ?? field, value, ValueWords.Meanings(FieldType.Effect)),
                "kinds" => Problems.KindsUnknown(_row.File, _row.Row, rule!.Column ?? field, value, ValueWords.Meanings(FieldType.Contamination)),
                _ => Unreadable(rule!, value, expected()),
            });
        }

        return parsed;
    }

    private ReportDate? Date(string field, bool ends)
    {
        var (rule, value) = Raw(field);
        value = rule is { Month: not null } ? Composed(rule, value) : value;
        if (value is null)
        {
            return null;
        }

        var order = rule!.DateOrder;
        value = rule.DateCells == DateCells.Exchanged ? ConvertedDates.Exchanged(value) : value;
        var date = _remembered.Of(rule, value, text => DateText.Parse(text, order, ends, _dayOf));
        if (date is null)
        {
            Complain(field, Unreadable(rule, value, DateText.Parse(value, DateOrder.DayMonthYear, ends) is not null && rule.DateOrder == DateOrder.Unstated
                ? (Phrase)$"a date with one meaning: say in the mapping whether the day or the month comes first"
                : $"a date"));
        }

        if (date is { } read && HourText.Of(value, out _)?.Zone is not null)
        {
            _moments = [.. _moments, new DatedMoment(rule.Column ?? rule.Field, value, read.Day, DateText.Parse(value, order, ends) != read)];
        }

        return date;
    }

    private NamedPoint? Position(string field, string name, PointRole role)
    {
        var (rule, value) = Raw(field);
        if (value is null)
        {
            return _row.Points.FirstOrDefault(p => p.Role == role) is { } point && Math.Abs(point.Lon) <= 180 && Math.Abs(point.Lat) <= 90
                ? new NamedPoint(name, GridPoint.FromDegrees(point.Lon, point.Lat), point.Text) : null;
        }

        if (CoordinateText.Position(value) is { } at && Math.Abs(at.Lon) <= 180 && Math.Abs(at.Lat) <= 90)
        {
            return new NamedPoint(name, GridPoint.FromDegrees(at.Lon, at.Lat), value);
        }

        Complain(field, Unreadable(rule!, value, $"a position: latitude and longitude, UTM or MGRS"));
        return null;
    }

    private string[] List(string field) => Text(field)?.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private Problem Unreadable(FieldRule rule, string value, Phrase expected) =>
        Problems.FieldUnreadable(_row.File, _row.Row, rule.Column ?? rule.Field, value, expected);

    private void Complain(string field, Problem problem)
    {
        _unread = _unread.Count == 0 ? [] : _unread;
        _unread.Add(new UnreadValue(field, problem));
    }
}
