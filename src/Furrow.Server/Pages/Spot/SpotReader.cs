using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Server.Answers;

namespace Furrow.Server.Pages;

/// <summary>Reads a spot as people type it: degrees, degrees-minutes-seconds, UTM or MGRS.</summary>
public static class SpotReader
{
    public static Outcome<GridPoint> Read(string text) => CoordinateText.Read(text);
}
