namespace Furrow.Server.Accounts;

/// <summary>Marks what is answered to those who are not signed in: the way in, and nothing that a programme knows. All other addresses, also those that
/// are added later, are behind the door.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute : Attribute;
