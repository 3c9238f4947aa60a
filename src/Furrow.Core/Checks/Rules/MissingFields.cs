using Furrow.Core.Reports;

namespace Furrow.Core.Checks.Rules;

/// <summary>Fields a report of its kind should have (<see cref="MinimumFields"/>). One finding for each field, so that a column missing in a whole
/// file is one group.</summary>
public static class MissingFields
{
    public static readonly Check Check = new("missing-field", Severity.Notice, "A field of the minimum data is missing.", Judge);

    /// <summary>Made once: a country has these findings by the hundred thousand.</summary>
    private static readonly Dictionary<string, (Phrase Sentence, Fix Fix)> Said = MinimumFields.All.ToDictionary(f => f.Name,
        f => f.Name == MinimumFields.Polygon
        ? ((Phrase)$"No polygon: the record is kept in the unlocated account.",
            new Fix("locate", $"Report the polygon when it is known; a point or place never becomes an invented circle."))
        : ($"The {new Word(f.Name)} is missing.", new Fix("fill-in", $"Fill in the {new Word(f.Name)}, or map the column that holds it.")));

    private static IEnumerable<Finding> Judge(CheckSubject s)
    {
        // Direct evidence weighs more: it has a check of its own.
        foreach (var field in MinimumFields.Missing(s.Report).Where(f => f.Name != MinimumFields.DirectEvidence))
        {
            var (sentence, fix) = Said[field.Name];
            yield return s.Found(Check, field.Name, sentence, fix);
        }
    }
}
