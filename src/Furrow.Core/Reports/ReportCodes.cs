namespace Furrow.Core.Reports;

/// <summary>Codes are compared without blanks and without case: "KP 12", "kp12" and "KP12 " are one code.</summary>
public static class ReportCodes
{
    public static string Normal(string code)
    {
        var needsWork = false;
        foreach (var c in code)
        {
            needsWork |= char.IsWhiteSpace(c) || char.IsLower(c);
        }

        return needsWork ? string.Concat(code.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant() : code;
    }

    public static bool AreSame(string? one, string? other) => one is not null && other is not null && Normal(one) == Normal(other);
}
