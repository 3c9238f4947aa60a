using System.Reflection;
using Furrow.Core;

namespace Furrow.Server.Intents;

/// <summary>Everything that can be done by a description: the intents of all subjects of some assemblies.</summary>
public sealed class IntentList
{
    private readonly Dictionary<string, Intent> _byName;

    private IntentList(IEnumerable<Assembly> assemblies)
    {
        var subjects = assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(SubjectIntents)) && !t.IsAbstract)
            .OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (SubjectIntents)Activator.CreateInstance(t)!).ToList();
        All = [.. subjects.SelectMany(s => s.All)];
        Objects = new IntentObjects(subjects.SelectMany(s => s.Objects));
        _byName = All.ToDictionary(i => i.Name);
    }

    /// <summary>What this program can do.</summary>
    public static IntentList OfProgram { get; } = new([typeof(IntentList).Assembly]);

    public IReadOnlyList<Intent> All { get; }

    public IntentObjects Objects { get; }

    /// <summary>The same and the subjects of other assemblies.</summary>
    public static IntentList With(params IEnumerable<Assembly> others) => new([typeof(IntentList).Assembly, .. others]);

    public Intent? Find(string name) => _byName.GetValueOrDefault(name);

    public Outcome<Intent> Named(string name) => Find(name) is { } intent ? intent : Problems.IntentUnknown(name);
}
