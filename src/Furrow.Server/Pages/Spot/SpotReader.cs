using Furrow.Core;
using Furrow.Core.Land;
using Furrow.Server.Api;

namespace Furrow.Server.Pages;

/// <summary>Reads a spot as people type it.</summary>
public static class SpotReader
{
    public static Outcome<GridPoint> Read(string text) => CoordinateText.Parse(text.Trim()) is { } point ? point : Problems.SpotUnreadable(text);
}
