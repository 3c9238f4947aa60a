using Furrow.Core.Cooperation;
using Furrow.Core.Log;

namespace Furrow.Core.Accreditation;

/// <summary>How dog-handler pairs become known, are tested and part. A dog has one handler at a time.</summary>
public static class DogPairRules
{
    /// <summary>What the fields of intents call them.</summary>
    public const string Thing = "dogPair", TestThing = "dogTest";

    public static Ruling Form(IKnown known, Act act, FormDogPair intent)
    {
        var organisation = known.Of<OrganisationRegister>().Find(intent.Organisation)!;
        return organisation.MergedInto is not null ? Problems.OrganisationMerged(organisation.Name)
            : Codes.IsBlank(intent.Dog) ? Problems.DogNameBlank()
            : ChipRefused(known, null, intent.Chip, intent.FormedOn) is { } problem ? problem
            : known.Of<DogPairRegister>().All.FirstOrDefault(p => p.Handler == intent.Handler && Codes.AreSame(p.Dog, intent.Dog) && p.DissolvedOn is null)
                is { } same ? Problems.DogPairStands(same.Name)
            : [new DogPairFormed(DerivedId.Of(act.Id, Thing), intent.Dog.Trim(), Chip(intent.Chip), intent.Handler, intent.Organisation, intent.FormedOn)];
    }

    public static Ruling Change(IKnown known, Act act, ChangeDogPair intent) =>
        Codes.IsBlank(intent.Dog) ? Problems.DogNameBlank()
        : ChipRefused(known, intent.DogPair, intent.Chip, Of(known, intent.DogPair).FormedOn) is { } problem ? problem
        : [new DogPairChanged(intent.DogPair, intent.Dog.Trim(), Chip(intent.Chip))];

    public static Ruling Dissolve(IKnown known, Act act, DissolveDogPair intent)
    {
        var pair = Of(known, intent.DogPair);
        return pair.DissolvedOn is not null ? Problems.ClosedAlready(pair.Name)
            : intent.DissolvedOn < pair.FormedOn ? Problems.DogPairApart(pair.Name, intent.DissolvedOn)
            : act.IsWithoutReason ? Problems.ReasonMissing("dissolve a dog-handler pair")
            : [new DogPairDissolved(intent.DogPair, intent.DissolvedOn)];
    }

    public static Ruling TakeBackDissolution(IKnown known, Act act, TakeBackDogPairDissolution intent)
    {
        var pair = Of(known, intent.DogPair);
        return pair.DissolvedOn is null ? Problems.ThingNotClosed(pair.Name)
            : ChipRefused(known, pair.Id, pair.Chip, pair.FormedOn) is { } problem ? problem
            : [new DogPairDissolutionTakenBack(intent.DogPair)];
    }

    public static Ruling Test(IKnown known, Act act, RecordDogTest intent) =>
        !Of(known, intent.DogPair).Stands(intent.On) ? Problems.DogPairApart(Of(known, intent.DogPair).Name, intent.On)
        : [new DogTestRecorded(DerivedId.Of(act.Id, TestThing), intent.DogPair, intent.On, intent.Result)];

    public static Ruling WithdrawTest(IKnown known, Act act, WithdrawDogTest intent)
    {
        var test = known.Of<DogPairRegister>().FindTest(intent.DogTest)!;
        return test.IsWithdrawn ? Problems.ClosedAlready(Of(known, test.DogPair).Name)
            : act.IsWithoutReason ? Problems.ReasonMissing("withdraw a test")
            : [new DogTestWithdrawn(intent.DogTest)];
    }

    public static Ruling Work(IKnown known, Act act, RecordDogWork intent) =>
        !Of(known, intent.DogPair).Stands(intent.On) ? Problems.DogPairApart(Of(known, intent.DogPair).Name, intent.On)
        : [new DogPairWorked(intent.DogPair, intent.On)];

    private static DogPair Of(IKnown known, Guid pair) => known.Of<DogPairRegister>().Find(pair)!;

    private static string? Chip(string? chip) => Codes.IsBlank(chip) ? null : chip!.Trim();

    /// <summary>The dog of this chip has another handler still on that day.</summary>
    private static Problem? ChipRefused(IKnown known, Guid? own, string? chip, DateOnly from) => Codes.IsBlank(chip) ? null
        : known.Of<DogPairRegister>().All.FirstOrDefault(p => p.Id != own && p.Chip is { } other && Codes.AreSame(other, chip!) && !(p.DissolvedOn <= from))
            is { } pair ? Problems.DogPairStands(pair.Name) : null;
}
