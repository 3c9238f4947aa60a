using System.Reflection;
using Furrow.Core.Log;
using Furrow.Core.Programmes;

namespace Furrow.Shape.Tests;

/// <summary>The list of subjects is whole: every fact is folded by one of them, and each stands behind those it asks.</summary>
public sealed class SubjectTests
{
    private static readonly Type[] Types = typeof(IFact).Assembly.GetTypes();

    /// <summary>What the log itself acts on.</summary>
    private static readonly Type[] OfTheLog = [typeof(Act)];

    public static TheoryData<string> Names => [.. Subjects.All.Select(s => s.Name)];

    [Fact]
    public void Every_fact_is_folded_by_one_subject_of_the_list() => None(Faults(Subjects.All));

    [Theory, MemberData(nameof(Names))]
    public void A_list_without_a_subject_is_found_to_lack_it(string name)
    {
        var left = Subjects.All.Single(s => s.Name == name);
        var faults = Faults([.. Subjects.All.Where(s => s != left)]);
        Assert.Equal([$"{left.State.Name} has no line in Subjects.All", .. left.Facts.Select(f => $"{f.Name} is folded by no subject")], faults);
        Assert.NotEmpty(left.Facts);
    }

    [Fact]
    public void A_fact_that_two_subjects_fold_is_found() => Assert.Equal(
        [$"{Subjects.All[0].State.Name} has 2 lines in Subjects.All", .. Subjects.All[0].Facts.Select(f => $"{f.Name} is folded by 2 subjects")],
        Faults([.. Subjects.All, Subjects.All[0]]));

    [Fact]
    public void Rules_ask_their_own_subject_and_those_before_it() => None(Askings(Types).Where(a => IsForward(a.Folder, a.Asked)).Select(a => $"{a.Folder} asks {a.Asked}"));

    [Fact]
    public void The_rule_of_asking_can_fail()
    {
        Assert.NotEmpty(Askings(Types));
        Assert.True(IsForward(Subjects.All[1].State.Namespace!, Subjects.All[^1].State));
        Assert.False(IsForward(Subjects.All[^1].State.Namespace!, Subjects.All[1].State));
    }

    [Fact]
    public void Names_of_subjects_are_used_once_and_none_is_that_of_the_kernel() =>
        Assert.Equal(Subjects.All.Count + 1, Subjects.All.Select(s => s.Name).Append(StateSnapshot.KernelSection).Distinct().Count());

    private static List<string> Faults(IReadOnlyList<Subject> list)
    {
        var states = Types.Where(t => t is { IsInterface: false, IsAbstract: false }
            && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISubject<>) && i.GetGenericArguments()[0] == t));
        var facts = Types.Where(t => t is { IsInterface: false } && t.IsAssignableTo(typeof(IFact)) && t != typeof(UnknownFact)).Except(OfTheLog);
        return
        [
            .. states.Select(t => (t.Name, Count: list.Count(s => s.State == t))).Where(t => t.Count != 1)
                .Select(t => t.Count == 0 ? $"{t.Name} has no line in Subjects.All" : $"{t.Name} has {t.Count} lines in Subjects.All"),
            .. facts.Select(t => (t.Name, Count: list.Count(s => s.Facts.Contains(t)), At: list.SelectMany(s => s.Facts).ToList().IndexOf(t)))
                .Where(t => t.Count != 1).OrderBy(t => Subjects.All.SelectMany(s => s.Facts).Select(f => f.Name).ToList().IndexOf(t.Name))
                .Select(t => t.Count == 0 ? $"{t.Name} is folded by no subject" : $"{t.Name} is folded by {t.Count} subjects"),
        ];
    }

    /// <summary>Which folder asks for which state.</summary>
    private static IEnumerable<(string Folder, Type Asked)> Askings(IEnumerable<Type> types) =>
        from type in types
        where type.Namespace is not null
        from method in FolderUses.Members(type).OfType<MethodInfo>()
        where method.DeclaringType == typeof(IKnown) && method.IsGenericMethod
        select (type.Namespace, method.GetGenericArguments()[0]);

    private static bool IsForward(string folder, Type asked)
    {
        var own = Subjects.All.Select((s, i) => (s, i)).Where(s => s.s.State.Namespace == folder).Select(s => s.i).DefaultIfEmpty(Subjects.All.Count).Max();
        return Subjects.All.Select(s => s.State).ToList().IndexOf(asked) > own;
    }
}
