namespace Furrow.Core;

/// <summary>What a fact can change. A release that does not know a fact refuses decisions in these scopes until it is upgraded; a fact that bears on safety
/// always has one.</summary>
[Flags]
public enum Scopes
{
    None = 0,
    Land = 1,
    Rights = 2,
    Tasks = 4,
    Quality = 8,
    Access = 16,
    Privacy = 32,
}
