namespace Furrow.Core.Land.Questions;

/// <summary>Answers about all hazardous areas of one view, for the last few days asked about: pages, search and map ask the same again and again. A view
/// never changes, so nothing here goes out of date; it goes with its view.</summary>
internal sealed class AreaCache
{
    private const int Days = 3;

    private readonly Lock _lock = new();
    private readonly List<(int Day, Lazy<IReadOnlyList<HazardousAreaAnswer>> Answers)> _kept = [];

    public IReadOnlyList<HazardousAreaAnswer> Of(int day, Func<IReadOnlyList<HazardousAreaAnswer>> compute)
    {
        Lazy<IReadOnlyList<HazardousAreaAnswer>> answers;
        lock (_lock)
        {
            var at = _kept.FindIndex(k => k.Day == day);
            answers = at >= 0 ? _kept[at].Answers : new Lazy<IReadOnlyList<HazardousAreaAnswer>>(compute);
            if (at >= 0)
            {
                _kept.RemoveAt(at);
            }
            else if (_kept.Count == Days)
            {
                _kept.RemoveAt(0);
            }

            _kept.Add((day, answers));
        }

        return answers.Value;
    }
}
