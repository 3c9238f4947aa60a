using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>What stands in the way of a dog-handler pair itself: that they work together, are tested, and have not stood down.</summary>
internal sealed class DogPairReasons(IKnown known, CooperationSettings settings)
{
    public IEnumerable<Problem> Of(DogPair pair, DateOnly day)
    {
        if (!pair.Stands(day))
        {
            yield return Problems.EntitlementPairApart(pair.Name, day);
        }

        var test = known.Of<DogPairRegister>().LastTest(pair.Id, day);
        if (test is null)
        {
            yield return Problems.EntitlementPairUntested(pair.Name);
        }
        else if (test.Result != DogTestResult.Passed)
        {
            yield return Problems.EntitlementPairFailed(pair.Name, test.On);
        }
        else if (settings.DogTestValidDays is { } valid && day.DayNumber - test.On.DayNumber >= valid)
        {
            yield return Problems.EntitlementPairTestOver(pair.Name, test.On, valid);
        }

        var last = new[] { pair.LastWorked(day), test?.On }.Max();
        if (test is not null && settings.DogPairStandDownDays is { } days && day.DayNumber - last!.Value.DayNumber > days)
        {
            yield return Problems.EntitlementPairStoodDown(pair.Name, last.Value, days);
        }
    }
}
