using System.Globalization;
using Furrow.Core.Checks;
using Furrow.Core.Land;
using Furrow.Core.Log;
using Furrow.Core.Reports;
using Furrow.Core;
using Furrow.Exchange.Drawn;
using Furrow.Exchange.Mappings;
using Furrow.Exchange;

namespace Furrow.Server.Imports;

/// <summary>Makes a draft report of one row. Pure but for the new id: rows are made in parallel.</summary>
internal static class RowReports
{
    public static RowDraft Make(InputRow input, Func<InputRow, MappedRow> read, ImportWork work)
    {
        var options = work.Options;
        var row = new RowDraft(input) { Problem = input.Problem };
        if (row.Problem is not null)
        {
            return row;
        }

        var mapped = read(input);
        row.Corrects = mapped.Corrects;
        row.Moments = mapped.Moments;
        if (mapped.Baseline == false && options.Baseline)
        {
            row.Note(Notes.TakenAsBaseline());
        }

        foreach (var note in mapped.Moments.Where(m => m.IsAnother).Select(m => Notes.AnotherDay(m.Column, m.Written, m.Day)).Concat(mapped.Notes))
        {
            row.Note(note);
        }

        List<Problem> problems = [.. Unread(row, mapped)];
        if (!mapped.Unread.Any(u => u.Field is "effect" or "kind"))
        {
            problems.AddRange(RowStatus.Contradictions(mapped, options, work.Statuses));
        }

        if (problems.Count == 0 && mapped.StatesNothing is { } status)
        {
            row.StatesNothing = true;
            row.Note(Notes.StatesNothing(status));
            return row;
        }

        problems.AddRange(OfWhenAndWho(row, mapped, work));
        return problems.Count == 0 ? Drafted(row, mapped, work) : Refused(row, input, problems, options);
    }

    private static RowDraft Refused(RowDraft row, InputRow input, List<Problem> problems, ImportOptions options)
    {
        if (GridConversion.ToGrid(input, options.CutAtAntimeridian).Problem is { } place)
        {
            problems.Add(place);
        }

        (row.Problem, row.Further) = (problems[0], [.. problems.Skip(1)]);
        return row;
    }

    /// <summary>A row of which all columns are read.</summary>
    private static RowDraft Drafted(RowDraft row, MappedRow mapped, ImportWork work)
    {
        var options = work.Options;
        if (options.As.Of(mapped.Kind, mapped.Effect) is not var (kind, effect))
        {
            row.Problem = Problems.FieldMissing(row.File, row.Row, "effect");
            return row;
        }

        var grid = GridConversion.ToGrid(mapped.Source, options.CutAtAntimeridian);
        if (grid.IsRefused)
        {
            row.Problem = grid.Problem;
            return row;
        }

        if (RowStatus.SaysReleased(mapped, options) is { } released)
        {
            row.Note(Notes.SaysReleased(released));
        }

        Draw(row, grid.Value!, effect, work.Stop);
        row.Report = Report(mapped, options, kind, Part(row, mapped, options, effect, grid.Value!), work.FileSha256);
        row.CodeAsWritten = CodeAsWritten(mapped, options);
        (row.GivesDate, row.GivesKinds) = (mapped.End is not null, mapped.Kinds is not null || options.Kinds != KindSet.All);
        row.Problem = MinimumData.Refusal(row.Report) is { } refused
            ? refused with { Where = new ProblemPlace(row.File, row.Row, refused.Where?.Field) }
            : OfDrawing(row, options, work.State.Profile) ?? OfColumns(row, mapped, work, effect);
        return row;
    }

    /// <summary>What a column nobody reads says against a release: an exact word for another status refuses the row, all else waits for a person.</summary>
    private static Problem? OfColumns(RowDraft row, MappedRow mapped, ImportWork work, LandEffect effect)
    {
        var problem = RowStatus.Contrary(mapped, work.Contrary!, effect);
        if (!RowVerdict.IsWaiting(problem) || !work.Options.TakesInDoubt(row.Row))
        {
            return problem;
        }

        row.Overruled = problem;
        row.Report = row.Report! with { Parts = [row.Report.Parts[0] with { Repairs = [.. row.Report.Parts[0].Repairs, Notes.TakenAllTheSame()] }] };
        return null;
    }

    /// <summary>The code with the blanks around it, where it has some: a check names them. Null where it has none.</summary>
    private static string? CodeAsWritten(MappedRow mapped, ImportOptions options) =>
        options.Mapping!.Fields.Where(f => f is { Field: "code", Column: not null }).Select(f => mapped.Source[f.Column!])
            .FirstOrDefault(v => v is not null && v != mapped.Code && v.Trim() == mapped.Code);

    /// <summary>What is there and cannot be read refuses its row, or is kept as it came where that loses nothing (see <see cref="ReportField"/>). The stated
    /// area of a row without a polygon is all that is known of its size.</summary>
    private static List<Problem> Unread(RowDraft row, MappedRow mapped)
    {
        var refusals = new List<Problem>();
        if (mapped.Unread.Count == 0)
        {
            return refusals;
        }

        row.Unread = [.. mapped.Problems];
        row.Asked = [.. mapped.Unread.Where(u => u.Problem.Code != Problems.WordLeftOutCode && ValueWords.Meanings(ReportFields.Find(u.Field)!.Type).Count > 0)
            .Select(u => (u.Field, u.Problem.Where!.Field!, mapped.Source[u.Problem.Where.Field!] ?? ""))];
        var isPolygon = mapped.Source.Geometry.Kind == Exchange.DrawnKind.Polygons;
        foreach (var (field, problem) in mapped.Unread)
        {
            if (!ReportFields.Find(field)!.IsKeptUnread || problem.Code == Problems.WordLeftOutCode || field == "statedArea" && !isPolygon)
            {
                refusals.Add(problem);
            }
            else
            {
                row.Note($"{problem.Where?.Field}: {problem}");
            }
        }

        return refusals;
    }

    /// <summary>What is wrong with the end of the work and with who did it. A value that could not be read is told as that, not as one that lacks.</summary>
    private static IEnumerable<Problem> OfWhenAndWho(RowDraft row, MappedRow mapped, ImportWork work)
    {
        bool Lacks(string field) => mapped.Unread.All(u => u.Field != field);
        if (RepeatedColumns.Contradiction(mapped.Source, work.Repeated) is { } twice)
        {
            yield return twice;
        }

        if (Lacks("end") && EndColumns.Contradiction(mapped, work.Ends, work.Options.Mapping!) is { } differ)
        {
            yield return differ;
        }
        else if (mapped.End is null && work.Options.On is null && Lacks("end"))
        {
            yield return Problems.FieldMissing(row.File, row.Row, "end");
        }

        if (mapped.Organisation is null && work.Options.Organisation is null && Lacks("organisation"))
        {
            yield return Problems.FieldMissing(row.File, row.Row, "organisation");
        }
    }

    private static void Draw(RowDraft row, GridGeometry grid, LandEffect effect, CancellationToken stop)
    {
        if (grid.Polygons.Count == 0)
        {
            return;
        }

        row.Mended = ShapeRepair.Mend(grid.Polygons, ReportKinds.IsRelease(effect), grid.Roles, NodingBudget.Standard(stop));
        row.Land = new CheckedPart(0, grid.Polygons, row.Mended.Shape, row.Mended.AreaMicro) { IsPlain = row.Mended.IsPlain };
    }

    /// <summary>Why a drawing cannot be taken, or not without a person's word: it is too entangled to be read, nothing of it is certain, or its readings differ
    /// by more than the profile lets pass.</summary>
    private static Problem? OfDrawing(RowDraft row, ImportOptions options, CheckSettings profile)
    {
        if (row.Mended is not { } mended)
        {
            return null;
        }

        if (mended.Problem is { } unread)
        {
            return unread with { Where = new ProblemPlace(row.File, row.Row, "geometry") };
        }

        if (mended is { Shape: null, Doubt.AreaMicro: > 0 })
        {
            return Problems.NoLandCertain(row.File, row.Row, mended.Doubt.AreaText);
        }

        return mended.Doubt.Waits(profile, mended.AreaMicro) && !options.TakesInDoubt(row.Row)
            ? Problems.DrawingInDoubt(row.File, row.Row, mended.Doubt.AreaText, mended.Doubt.PercentText(mended.AreaMicro)) : null;
    }

    private static ReportPart Part(RowDraft row, MappedRow mapped, ImportOptions options, LandEffect effect, GridGeometry grid)
    {
        var mended = row.Mended?.Repairs ?? [];
        IReadOnlyList<Repair> repairs = grid.Repairs.Count + mended.Count == 0 ? [] : [.. grid.Repairs, .. mended];
        return new ReportPart
        {
            Effect = effect,
            Shape = row.Mended?.Shape,
            Drawn = Drawn(mapped.Source, repairs.Count > 0),
            Point = grid.Point,
            Place = mapped.Place,
            Method = mapped.Method ?? options.Method,
            DepthSearchedCm = mapped.DepthSearchedCm ?? options.DepthSearchedCm,
            DepthRequiredCm = mapped.DepthRequiredCm,
            SurfaceReleases = mapped.SurfaceReleases ?? false,
            StatedSquareMetres = mapped.StatedSquareMetres,
            PositionAccuracyMetres = mapped.PositionAccuracyMetres ?? (mapped.Source.SquareMetres > 1 ? mapped.Source.SquareMetres : null),
            Repairs = repairs,
        };
    }

    /// <summary>The file itself is the original, unless its drawing was a text or had to be mended: then the drawing is kept with the report.</summary>
    private static AsDrawn? Drawn(InputRow input, bool isMended)
    {
        return input.Geometry.Kind == Exchange.DrawnKind.None ? null
            : new AsDrawn(input.DrawnText ?? (isMended ? DrawnText.Of(input.Geometry) : null), input.Crs.Name, input.MisclosureMetres);
    }

    private static Report Report(MappedRow mapped, ImportOptions options, ReportKind kind, ReportPart part, string fileSha256)
    {
        var input = mapped.Source;
        var code = Codes.IsBlank(mapped.Code) ? InventedCode.Of(input.File, input.Row) : mapped.Code!;
        return new Report
        {
            Id = Guid.NewGuid(),
            Code = code,
            Kind = kind,
            Start = WithPrecision(mapped.Start, mapped.StartPrecision),
            End = WithPrecision(mapped.End, mapped.EndPrecision) ?? Stated(options),
            Organisation = mapped.Organisation ?? options.Organisation!,
            Team = mapped.Team ?? options.Team,
            Donor = mapped.Donor ?? options.Donor,
            Kinds = mapped.Kinds ?? options.Kinds,
            HazardousArea = mapped.HazardousArea,
            HazardousAreaName = mapped.HazardousAreaName,
            Predecessors = mapped.Predecessors,
            Aliases = mapped.Aliases,
            Parts = [part],
            ReferencePoint = mapped.ReferencePoint,
            Benchmark = mapped.Benchmark,
            Evidence = EvidenceOf(mapped, options),
            Baseline = options.Baseline || mapped.Baseline == true,
            HandedOverTo = mapped.HandedOverTo ?? options.HandedOverTo,
            Remarks = mapped.Remarks,
            Source = new SourceRow(input.File, fileSha256, input.Row, input.RowSha256),
            Extra = WithUnread(mapped),
        };
    }

    /// <summary>A column may say that a day stands for a month or a year, or is assumed; a text that says only a month is no more exact than that.</summary>
    private static ReportDate? WithPrecision(ReportDate? date, DatePrecision? precision) =>
        date is { Precision: DatePrecision.Day } day && precision is { } said ? day with { Precision = said } : date;

    private static ReportDate Stated(ImportOptions options) =>
        options.Baseline ? options.On!.Value with { Precision = DatePrecision.Assumed } : options.On!.Value;

    private static IReadOnlyList<Evidence> EvidenceOf(MappedRow mapped, ImportOptions options)
    {
        var kind = mapped.Evidence ?? options.Evidence;
        var stated = mapped.EvidenceStrength ?? (options.As.Word == "reopening-confirmed" ? EvidenceStrength.Direct : EvidenceStrength.Indirect);
        return kind is null && mapped.EvidenceStrength is null ? [] : [new Evidence(stated, kind ?? "not said")];
    }

    /// <summary>A value that could not be read is kept under its column, beside the columns no field takes.</summary>
    private static SealedTexts WithUnread(MappedRow mapped)
    {
        if (mapped.Unread.Count == 0)
        {
            return SealedTexts.Of(mapped.Extra);
        }

        var extra = new Dictionary<string, string>(mapped.Extra);
        foreach (var column in mapped.Problems.Select(p => p.Where?.Field).OfType<string>())
        {
            if (mapped.Source[column] is { Length: > 0 } value)
            {
                extra.TryAdd(column, value);
            }
        }

        return extra;
    }
}
