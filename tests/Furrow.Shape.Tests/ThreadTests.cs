using System.Reflection;
using Furrow.Core.Log;

namespace Furrow.Shape.Tests;

/// <summary>No answer of the core depends on which thread came first. What may be done on several threads at once is named here, each with the reason why
/// its result is the same in any order; every other call into threads, tasks, timers and locks is refused.</summary>
public sealed class ThreadTests
{
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Parallel.For"] = "each round writes to a place of its own, or its whole numbers are added up",
        ["Parallel.Invoke"] = "each part writes what no other reads",
        ["ParallelOptions..ctor"] = "for what stops it",
        ["ParallelOptions.set_CancellationToken"] = "stopped, it gives no answer at all",
        ["CancellationToken.ThrowIfCancellationRequested"] = "stopped, it gives no answer at all",
        ["Task.Run"] = "portions are judged ahead and taken in the order of their rows",
        ["Task.GetAwaiter"] = "as Task.Run",
        ["Volatile.Read"] = "half a key: whoever finds it out, it is the same number",
        ["Volatile.Write"] = "as Volatile.Read",
        ["Lock..ctor"] = "sums of whole numbers are joined under it, an answer is kept so that it is computed once, and of two lists that grow from one the second copies",
        ["Lock.EnterScope"] = "as Lock",
        ["Scope.Dispose"] = "as Lock",
    };

    [Fact]
    public void The_core_runs_on_several_threads_only_by_what_gives_the_same_in_any_order() =>
        None(Calls(typeof(IFact).Assembly.GetTypes()).Except(Allowed.Keys));

    [Fact]
    public void What_is_allowed_is_used() => None(Allowed.Keys.Except(Calls(typeof(IFact).Assembly.GetTypes())));

    [Fact]
    public void The_thread_rule_can_fail() => Assert.Equal(["Interlocked.Increment", "Task.WhenAny", "Thread..ctor", "ThreadStart..ctor"],
        Calls([typeof(Racing), .. typeof(Racing).GetNestedTypes(BindingFlags.NonPublic)]).Except(Allowed.Keys).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Calls(IEnumerable<Type> types) => types.SelectMany(FolderUses.Members).OfType<MethodBase>()
        .Where(m => m.DeclaringType!.Namespace is { } space && (space == "System.Threading" || space.StartsWith("System.Threading.", StringComparison.Ordinal)))
        .Select(m => $"{m.DeclaringType!.Name.Split('`')[0]}.{m.Name}").Distinct();

    private static class Racing
    {
        private static int _count;

        public static object Run(Task first, Task second) => new object[]
        {
            Task.WhenAny(first, second), new Thread(() => Interlocked.Increment(ref _count)),
        };
    }
}
