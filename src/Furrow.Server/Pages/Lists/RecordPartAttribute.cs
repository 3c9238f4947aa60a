namespace Furrow.Server.Pages.Lists;

/// <summary>A component that stands on the page of each thing of a kind, below what its list says of it. It is found by itself, and has a parameter
/// <c>Id</c>.</summary>
/// <param name="of">The kind, as fields of intents call it.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RecordPartAttribute(string of) : Attribute
{
    private static readonly Lazy<ILookup<string, Type>> Parts = new(() => typeof(RecordPartAttribute).Assembly.GetTypes()
        .Where(t => t.IsDefined(typeof(RecordPartAttribute), false)).OrderBy(t => t.FullName, StringComparer.Ordinal)
        .ToLookup(t => ((RecordPartAttribute)GetCustomAttribute(t, typeof(RecordPartAttribute))!).Of));

    public string Of { get; } = of;

    public static IEnumerable<Type> On(string kind) => Parts.Value[kind];
}
