using Furrow.Core.Intents;
using Furrow.Core.Privacy;
using Furrow.Server.Intents;

namespace Furrow.Server.Privacy;

/// <summary>What can be erased.</summary>
internal sealed class PrivacyIntents : SubjectIntents
{
    public override IEnumerable<Intent> All =>
    [
        Intent<ErasePerson>("person-erase", ErasureIntentsJson.Default, ErasureRules.Erase, says: (_, _, draft) =>
            $"The name is erased, and the restricted part of {draft.Values.GetValueOrDefault("entries")?.Count ?? 0} entries"),
        Intent<ErasePart>("part-erase", ErasureIntentsJson.Default, ErasureRules.Erase, says: (_, _, draft) => $"A part of entry {draft["entry"]} is erased"),
    ];
}
