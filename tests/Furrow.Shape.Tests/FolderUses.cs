using System.Reflection;
using System.Reflection.Emit;

namespace Furrow.Shape.Tests;

/// <summary>That a type of one folder uses one of another.</summary>
public sealed record FolderUse(string From, string To, string User, string Used);

/// <summary>Which folders of a project use which, read from what the compiler made of it: signatures, attributes, locals and every instruction, so that no
/// alias, <c>var</c>, extension method or page hides a use. A folder is the first word of a namespace below the project's own; what lies at the root of
/// the project is the folder "".</summary>
public static class FolderUses
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <param name="root">The project's own namespace.</param>
    public static IReadOnlyList<FolderUse> Of(IEnumerable<Type> types, string root) =>
    [
        .. (from type in types
            let user = FolderOf(type, root)
            where user is not null
            from named in Used(type).SelectMany(Named).Distinct()
            let used = FolderOf(named, root)
            where used is not null && used != user
            select new FolderUse(user, used, Outermost(type).Name, Outermost(named).Name)).Distinct(),
    ];

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string? FolderOf(Type type, string root) =>
        Outermost(type).Namespace is not { } space ? null
        : space == root ? ""
        : space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0]
        : null;

    /// <summary>A type with its arguments and elements, each by its definition.</summary>
    private static IEnumerable<Type> Named(Type type)
    {
        if (type.HasElementType)
        {
            return Named(type.GetElementType()!);
        }

        return type.IsGenericParameter ? [] : type.IsGenericType
            ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Named)]
            : [type];
    }

    private static IEnumerable<Type> Used(Type type) =>
    [
        .. type.BaseType is { } parent ? new[] { parent } : [],
        .. type.GetInterfaces(),
        .. Constraints(type.GetGenericArguments()),
        .. Attributes(type),
        .. type.GetFields(All).SelectMany(f => (Type[])[f.FieldType, .. Attributes(f)]),
        .. type.GetProperties(All).SelectMany(Attributes),
        .. type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(m => (Type[])[.. Signature(m), .. Attributes(m), .. Body(m)]),
    ];

    private static IEnumerable<Type> Constraints(IEnumerable<Type> arguments) =>
        arguments.Where(a => a.IsGenericParameter).SelectMany(a => a.GetGenericParameterConstraints());

    private static IEnumerable<Type> Attributes(MemberInfo member) => member.GetCustomAttributesData()
        .SelectMany(a => a.ConstructorArguments.Select(c => c.Value as Type).OfType<Type>().Append(a.AttributeType));

    private static IEnumerable<Type> Signature(MethodBase method) =>
    [
        .. method is MethodInfo { ReturnType: var type } ? new[] { type } : [],
        .. method.GetParameters().Select(p => p.ParameterType),
        .. method.IsGenericMethod ? method.GetGenericArguments().SelectMany(a => (Type[])[a, .. Constraints([a])]) : [],
        .. method.DeclaringType is { } owner ? new[] { owner } : [],
    ];

    private static IEnumerable<Type> Body(MethodBase method) => method.GetMethodBody() is not { } body ? [] :
    [
        .. body.LocalVariables.Select(v => v.LocalType),
        .. body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause).Select(c => c.CatchType!),
        .. Members(method).SelectMany(UsedBy),
    ];

    /// <summary>Every member the instructions of a type name.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).Append(type.TypeInitializer).OfType<MethodBase>().SelectMany(Members);

    private static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        var bytes = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < bytes.Length;)
        {
            var code = bytes[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | bytes[at + 1]))] : Codes[bytes[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineType or OperandType.InlineTok or OperandType.InlineMethod or OperandType.InlineField)
            {
                yield return Member(method, BitConverter.ToInt32(bytes, at));
            }

            at += SizeOf(code.OperandType, bytes, at);
        }
    }

    private static MemberInfo Member(MethodBase within, int token) => within.Module.ResolveMember(token,
        within.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
        within.IsGenericMethod ? within.GetGenericArguments() : null)!;

    private static IEnumerable<Type> UsedBy(MemberInfo member) => member switch
    {
        Type named => [named],
        FieldInfo field => [field.FieldType, field.DeclaringType!],
        MethodBase called => Signature(called),
        _ => [],
    };

    private static int SizeOf(OperandType operand, byte[] bytes, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(bytes, at),
        _ => 4,
    };
}
