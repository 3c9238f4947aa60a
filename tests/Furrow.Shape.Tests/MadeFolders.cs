// Made-up folders for the twins of FolderTests: three in a circle, one beside it, and one that uses another in every way there is.
namespace Made
{
    internal sealed class Root
    {
        public static int Turn() => Tides.Tide.Height();
    }
}

namespace Made.Tides
{
    internal static class Tide
    {
        public static int Height() => Moons.Moon.Phase();
    }
}

namespace Made.Moons
{
    internal static class Moon
    {
        public static int Phase() => typeof(Root).Name.Length;
    }
}

namespace Made.Suns
{
    internal static class Sun
    {
        public static int Light() => Moons.Moon.Phase();
    }
}

namespace Made.Used
{
    internal class Parent;

    internal interface IConstraint;

    internal sealed class Element;

    internal sealed class Argument;

    internal sealed class Result;

    internal sealed class Local
    {
        public override string ToString() => "";
    }

    internal sealed class Caught : Exception;

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class MarkAttribute : Attribute;

    internal static class Called
    {
        public static object? Make() => null;
    }
}

namespace Made.Users
{
    [Used.Mark]
    internal sealed class User<T> : Used.Parent
        where T : Used.IConstraint
    {
        private readonly List<Used.Element[]> _elements = [];

        public Used.Result? Of(Used.Argument argument)
        {
            try
            {
                var local = Used.Called.Make() as Used.Local;
                return local?.ToString() == argument.ToString() && _elements.Count == 0 ? null : new Used.Result();
            }
            catch (Used.Caught)
            {
                return null;
            }
        }
    }
}
