using Furrow.Core.Land.Questions;
using Furrow.Core.Log;
using Furrow.Core.Places;

namespace Furrow.Core.Roles;

/// <summary>The place a role is bound to: it stands in the edition that was loaded when the role was given.</summary>
internal static class RolePlaces
{
    public static Place? Find(IKnown known, Guid? set, string? place) => set is { } id && place is not null
        ? known.Of<PlaceSets>().All.Find(s => s.Id == id)?.Set.Places.FirstOrDefault(p => Codes.AreSame(p.Name, place)) : null;
}
