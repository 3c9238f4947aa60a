using Furrow.Core.Land;
using Furrow.Server.Api;

namespace Furrow.Server.Pages;

/// <summary>One spot in the notations of the field, so that it can be read out over a radio or typed into any receiver.</summary>
public static class SpotNotations
{
    public static IEnumerable<(string Name, string Text)> Of(GridPoint at)
    {
        yield return ("degrees", CoordinateText.Decimal(at));
        yield return ("dms", CoordinateText.Sexagesimal(at));
    }
}
