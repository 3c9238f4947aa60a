using System.Globalization;
using Furrow.Core.Cooperation;

namespace Furrow.Core.Accreditation;

/// <summary>How many people a team needs for some work.</summary>
/// <param name="Activity">Null: for all work.</param>
/// <param name="Function">Who have this function in the team; null: who have the level, whatever their function.</param>
/// <param name="Level">Who have this level of explosive ordnance disposal, or a higher one.</param>
public sealed record ManningNeed(FieldActivity? Activity, PersonFunction? Function, EodLevel? Level, int Count)
{
    private const int MostPeople = 999;

    public bool IsFor(FieldActivity activity) => Activity is null || Activity == activity;

    /// <summary>"manual-clearance:eod-2=1", "medic=1".</summary>
    public string Text => (Activity is { } activity ? WorkWords.Activities.First(a => a.Activity == activity).Name + ":" : "")
        + (Function is { } function ? WorkWords.Functions.First(f => f.Function == function).Name
            : WorkWords.Competencies.First(c => c.Competency == (Competency)Level!).Name)
        + "=" + Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null: the text is none.</summary>
    public static ManningNeed? Read(string text)
    {
        if (text.Split('=', StringSplitOptions.TrimEntries) is not [var who, var many] || PlainNumber.Whole(many) is not ({ } count and > 0 and <= MostPeople))
        {
            return null;
        }

        var parts = who.Split(':', StringSplitOptions.TrimEntries);
        var activity = WorkWords.Activities.FirstOrDefault(a => parts.Length == 2 && a.Name == parts[0]);
        var function = WorkWords.Functions.FirstOrDefault(f => f.Name == parts[^1]);
        var level = WorkWords.Competencies.FirstOrDefault(c => c.Competency <= Competency.Iedd && c.Name == parts[^1]);
        return parts.Length > 2 || (parts.Length == 2 && activity.Name is null) || (function.Name is null && level.Name is null) ? null
            : new(activity.Name is null ? null : activity.Activity, function.Name is null ? null : function.Function,
                function.Name is null ? (EodLevel)level.Competency : null, count);
    }
}
