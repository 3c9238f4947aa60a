using System.Text;
using System.Text.Json;
using Furrow.Core;
using Furrow.Exchange.Places;
using Furrow.Exchange.Projections;

namespace Furrow.Exchange.GeoJson;

/// <summary>Reads RFC 7946, older files with a crs member, single features or geometries, one feature a line (RFC 8142 and GeoJSONL), and the feature sets of
/// Esri JSON, as a stream.</summary>
public sealed class GeoJsonReader : IFormatReader
{
    private const string Name = "GeoJSON";

    public string Format => Name;

    public FileReading Read(SourceFile file, ReadOptions options) => new(file, Name, options, reading => SecondPlaces.Compared(reading, Rows(reading)));

    /// <summary>The features are found one after another; what they hold is read in parts, on all processors, a few parts ahead of the caller. Rows come
    /// in the order of the file.</summary>
    private static IEnumerable<InputRow> Rows(FileReading reading)
    {
        var pass = new Pass(reading);
        var limit = reading.Options.Limits.BrokenRowsInSequence;
        var broken = 0;
        foreach (var row in new FeatureParts(reading.File.Name, reading.Options.Limits, pass.Stated).Read(pass.Features()))
        {
            yield return row;
            broken = row.Problem is null ? 0 : broken + 1;
            if (broken >= limit)
            {
                reading.Refuse(Problems.FileBeyondLimit(reading.File.Name, $"{broken} broken rows in sequence", row.Row));
                yield break;
            }
        }

        if (pass.Fault is { } fault)
        {
            reading.Refuse(fault);
        }
    }

    /// <summary>One walk through the file.</summary>
    private sealed class Pass(FileReading reading)
    {
        private readonly string _file = reading.File.Name;
        private readonly ReadLimits _limits = reading.Options.Limits;
        private CoordinateSystem _crs = CoordinateSystem.Wgs84;
        private EsriSet _esri = EsriSet.None;
        private int _row;
        private bool _stopped;

        public StatedSystem Stated { get; } = StatedSystem.Of(reading.File.Name, reading.Options.Crs);

        /// <summary>Why the walk ended before the end of the file.</summary>
        public Problem? Fault { get; private set; }

        public IEnumerable<RawFeature> Features()
        {
            using var stream = JsonStream.Open(reading.File, reading.Options.Encoding, out var fault);
            if (stream is null)
            {
                Stop(fault!);
                yield break;
            }

            var cursor = new JsonCursor(stream, _limits);
            if (cursor.Peek() < 0)
            {
                Stop(Problems.FileEmpty(_file));
                yield break;
            }

            Use(JsonStream.CrsAtTheEnd(reading.File));
            while (!_stopped && cursor.Peek() is var next and >= 0)
            {
                if (next != '{')
                {
                    NotAnObject(cursor);
                    yield break;
                }

                foreach (var feature in GeoJsonRoot.IsCollection(cursor) ? Collection(cursor) : [Single(cursor, inSequence: true)])
                {
                    if (feature.Row > 0)
                    {
                        yield return feature;
                    }
                }
            }
        }

        /// <summary>A feature collection: its members in any order, the features one by one.</summary>
        private IEnumerable<RawFeature> Collection(JsonCursor cursor)
        {
            cursor.Step();
            var found = false;
            while (!_stopped)
            {
                var next = cursor.Peek();
                if (next is ',' or '}')
                {
                    cursor.Step();
                    if (next == '}')
                    {
                        break;
                    }
                }
                else if (MemberName(cursor) is { } member)
                {
                    if (member == "features" && cursor.Peek() == '[')
                    {
                        found = true;
                        foreach (var row in Features(cursor))
                        {
                            yield return row;
                        }
                    }
                    else
                    {
                        OtherMember(cursor, member);
                    }
                }
            }

            if (!found && !_stopped)
            {
                Stop(Problems.FileBroken(_file, Name, $"there is no list of features"));
            }
        }

        private IEnumerable<RawFeature> Features(JsonCursor cursor)
        {
            cursor.Step();
            while (!_stopped)
            {
                var next = cursor.Peek();
                if (next is ',' or ']')
                {
                    cursor.Step();
                    if (next == ']')
                    {
                        yield break;
                    }
                }
                else if (next == '}')
                {
                    Stop(Problems.FileBroken(_file, Name, $"the list of features is not closed", _row + 1));
                }
                else
                {
                    yield return Single(cursor);
                }
            }
        }

        /// <summary>The next feature or geometry; none when the file cannot be read on.</summary>
        /// <param name="inSequence">It is no member of a list, but one text behind another.</param>
        private RawFeature Single(JsonCursor cursor, bool inSequence = false)
        {
            var step = cursor.TryValue(out _);
            if (step == JsonStep.Complete)
            {
                return new RawFeature(++_row, cursor.LastMemory, _crs, null, _esri);
            }

            var why = cursor.Fault;
            var field = step == JsonStep.Broken ? GeoJsonRoot.FieldOfFault(cursor, _limits) : null;
            step = step != JsonStep.Broken ? step : inSequence ? cursor.SkipToNextText() : cursor.SkipBroken();
            if (step == JsonStep.Complete)
            {
                return new RawFeature(++_row, default, _crs, Problems.RowBroken(_file, _row, $"The feature is not valid JSON: {why}", field));
            }

            Stop(step == JsonStep.EndsEarly ? Problems.FileEndsEarly(_file, Name, _row) : Problems.FileBeyondLimit(_file, cursor.Fault, _row + 1));
            return default;
        }

        private string? MemberName(JsonCursor cursor)
        {
            var step = cursor.Peek() == '"' ? cursor.TryValue(out _) : cursor.Peek() < 0 ? JsonStep.EndsEarly : JsonStep.Broken;
            var name = step == JsonStep.Complete ? Encoding.UTF8.GetString(cursor.LastValue) : "";
            if (step == JsonStep.Complete && cursor.Peek() == ':')
            {
                cursor.Step();
                return name.Trim('"');
            }

            Stop(step == JsonStep.EndsEarly || cursor.Peek() < 0 ? Problems.FileEndsEarly(_file, Name, _row)
                : Problems.FileBroken(_file, Name, $"a member with a name was expected after {_row} features"));
            return null;
        }

        private void OtherMember(JsonCursor cursor, string member)
        {
            var isKept = member is "crs" or "spatialReference" or "geometryType" or "fields" or "typeIdField" or "types" or "exceededTransferLimit";
            var step = isKept ? cursor.TryValue(out _) : cursor.Skip();
            if (step == JsonStep.Complete)
            {
                Kept(isKept ? member : "", cursor.LastValue);
                return;
            }

            Stop(step switch
            {
                JsonStep.EndsEarly => Problems.FileEndsEarly(_file, Name, _row),
                JsonStep.BeyondLimit => Problems.FileBeyondLimit(_file, cursor.Fault, null, member),
                _ => Problems.FileBroken(_file, Name, cursor.Fault, null, member),
            });
        }

        private void Kept(string member, ReadOnlySpan<byte> value)
        {
            if (member == "crs")
            {
                var reader = new Utf8JsonReader(value);
                reader.Read();
                CrsMember(GeoJsonCrs.Name(ref reader));
            }
            else if (member.Length > 0)
            {
                _esri = _esri.With(member, value);
                if (member == "spatialReference" && _esri.System is { } system)
                {
                    CrsMember(system);
                }
                else if (member == "exceededTransferLimit" && value.SequenceEqual("true"u8))
                {
                    reading.Warn(Problems.FeaturesCutOff(_file));
                }
            }
        }

        private void CrsMember(string? name)
        {
            var before = _crs;
            Use(name);
            if (_row > 0 && _crs.Name != before.Name && !_stopped)
            {
                Stop(Problems.FileBroken(_file, Name, $"the crs stands behind the features it is meant for; put it first, or say the coordinate system", null,
                    "crs"));
            }
        }

        private void Use(string? crs)
        {
            if (crs == GeoJsonCrs.Unstated && !Stated.IsStated)
            {
                Stop(Problems.CrsMissing(_file, $"The file says that its coordinate system is not known (crs is null)."));
                return;
            }

            var found = Stated.Against(crs == GeoJsonCrs.Unstated ? null : crs, _crs, reading.Warn);
            _crs = found.Value ?? _crs;
            if (found.Problem is { } problem)
            {
                Stop(problem);
            }
        }

        private void NotAnObject(JsonCursor cursor)
        {
            var start = Encoding.UTF8.GetString(cursor.Buffered[..Math.Min(20, cursor.Buffered.Length)]).ReplaceLineEndings(" ");
            Stop(Problems.FileBroken(_file, Name, $"an object is expected, but '{start}' stands there", _row == 0 ? null : _row + 1));
        }

        private void Stop(Problem problem)
        {
            Fault = problem;
            _stopped = true;
        }
    }
}
