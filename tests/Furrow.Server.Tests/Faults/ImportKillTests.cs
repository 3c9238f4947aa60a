using System.Globalization;
using Furrow.Core.Reports;
using Furrow.Server.Programmes;
using Xunit;
using static Furrow.Server.Tests.GeoText;

namespace Furrow.Server.Tests.Faults;

/// <summary>Real kills (SIGKILL) of the real executable while it imports. Each victim takes in a file of its own, twenty after one another into one and the
/// same programme. The kills are spread over the whole import and aimed by how an undisturbed one went: while it prepares, while pages of its batch are
/// written, while it syncs and answers, and while it closes the ledger. The suite kills forty; scripts/kill-imports.sh as many as it is told, two hundred
/// by default.</summary>
public sealed class ImportKillTests(ITestOutputHelper output) : IDisposable
{
    private const int RowsOfAFile = 40;
    private const int KillsOfAProgramme = 20;

    /// <summary>Long remarks: writing a batch is to last long enough to be hit.</summary>
    private const int RemarkCharacters = 30_000;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("FURROW_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture,
        out var told) ? told : 40;

    private static readonly KillMoment[] Moments =
    [
        KillMoment.Preparing, KillMoment.Writing, KillMoment.Answering, KillMoment.Writing, KillMoment.Closing,
        KillMoment.Writing, KillMoment.Preparing, KillMoment.Writing, KillMoment.Answering, KillMoment.Closing,
    ];

    private readonly Tally _tally = new();
    private Shell _shell = new();

    private string Ledger => Path.Combine(_shell.Folder, "programme.furrow");

    private string Pages => Ledger + "-wal";

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void After_each_kill_every_answered_import_is_whole_no_other_is_half_there_and_importing_again_completes()
    {
        for (var from = 0; from < Kills; from += KillsOfAProgramme)
        {
            _shell.Dispose();
            _shell = new Shell();
            var kills = Math.Min(KillsOfAProgramme, Kills - from);
            KillImports(from, kills);
            ImportAllAgain(kills + 2);
        }

        output.WriteLine($"{Kills} kills: {_tally}");
        Assert.True(_tally.Before >= Kills / 10, $"Too few before the writing: {_tally}");
        Assert.True(_tally.During >= Kills / 3, $"Too few into the writing: {_tally}");
        Assert.True(_tally.Torn >= Kills / 20, $"Too few between the pages of a batch: {_tally}");
        Assert.True(_tally.After >= Kills / 10, $"Too few after the answer: {_tally}");
    }

    private void KillImports(int from, int kills)
    {
        var course = Undisturbed();
        var committed = 2;
        for (var i = 0; i < kills; i++)
        {
            var (kill, moment) = (from + i, Moments[(from + i) % Moments.Length]);
            var isTidy = moment is KillMoment.Writing or KillMoment.Answering;
            if (isTidy)
            {
                // What the last one left is brought in, so that the length of the write-ahead file says what this one wrote. The others find it as it was left.
                Programme.Open(Ledger).Get().Dispose();
            }

            using var victim = new Victim(_shell.Folder, Write(i + 2));
            // Multiples of the golden ratio: wherever one stops, the moments are spread evenly.
            course.WaitFor(moment, (kill + 1) * 0.618_033_988_75 % 1, victim, Pages);
            var wasAlive = victim.Kill();
            var pages = ImportCourse.Length(Pages);
            var after = Batches();
            Assert.InRange(after, committed + (victim.HasAnswered ? 1 : 0), committed + 1);
            _tally.Add(isTidy && pages > ImportCourse.OpeningBytes, after > committed, victim.HasAnswered, wasAlive);
            committed = after;
        }
    }

    /// <summary>Two imports left alone: the first makes the programme, the second shows how one goes.</summary>
    private ImportCourse Undisturbed()
    {
        using (var first = new Victim(_shell.Folder, Write(0)))
        {
            first.WaitForExit(TimeSpan.FromMinutes(2));
        }

        using var second = new Victim(_shell.Folder, Write(1));
        var course = ImportCourse.Watch(second, Pages);
        Assert.Equal(2, Batches());
        Assert.True(course.PagesBytes > 10 * ImportCourse.OpeningBytes, $"A batch of {course.PagesBytes} bytes is written in a moment.");
        return course;
    }

    /// <summary>How many batches are there; each is whole: received, submitted row by row, checked and accepted.</summary>
    private int Batches()
    {
        using var programme = Programme.OpenForReading(Ledger).Get();
        var book = programme.State.Book;
        foreach (var batch in book.Batches)
        {
            Assert.Equal(RowsOfAFile, batch.Received.RowsRead);
            Assert.NotNull(batch.AcceptedAt);
            Assert.Equal(RowsOfAFile, book.InBatch(batch.Received.Batch).Count(e => e.Status == ReportStatus.Approved));
        }

        Assert.Equal(book.Batches.Count() * RowsOfAFile, book.Count);
        Assert.Equal(book.Batches.Count(), book.LastAcceptance);
        return book.Batches.Count();
    }

    /// <summary>What was killed comes in when it is imported again; what was there already adds nothing.</summary>
    private void ImportAllAgain(int files)
    {
        for (var file = 0; file < files; file++)
        {
            Assert.Equal(0, _shell.Run([.. Victim.ImportOf(NameOf(file)), "--person", "ann"]));
        }

        Assert.Equal(files, Batches());
        Assert.Equal(0, _shell.Run("verify"));
        Assert.Equal(0, _shell.Json("balance", "--as-of", "2016-12-31").GetProperty("trialBalanceSquareMetres").GetDecimal());
    }

    private static string NameOf(int file) => string.Create(CultureInfo.InvariantCulture, $"areas-{file}.geojson");

    private string Write(int file)
    {
        var remarks = $$"""{"remarks":"{{new string('x', RemarkCharacters)}}"}""";
        _shell.Write(NameOf(file), Collection([.. Enumerable.Range(0, RowsOfAFile).Select(i => Square(i * 20, file * 20, properties: remarks))]));
        return NameOf(file);
    }

    /// <summary>Where the kills fell, by what was found after each.</summary>
    private sealed class Tally
    {
        private int _whole, _ended;

        public int Before { get; private set; }

        public int Torn { get; private set; }

        public int After { get; private set; }

        public int During => Torn + _whole;

        public void Add(bool hadBegun, bool isThere, bool hadAnswered, bool wasAlive)
        {
            After += hadAnswered ? 1 : 0;
            _ended += hadAnswered && !wasAlive ? 1 : 0;
            _whole += isThere && !hadAnswered ? 1 : 0;
            Torn += hadBegun && !isThere ? 1 : 0;
            Before += !hadBegun && !isThere ? 1 : 0;
        }

        public override string ToString() => $"{Before} before the batch was written; {During} in the writing ({Torn} between its pages, which left nothing, "
            + $"{_whole} when it was whole and not answered); {After} after the answer ({After - _ended} before the ledger was closed).";
    }
}
