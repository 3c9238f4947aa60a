global using static Furrow.Shape.Tests.Verdict;
global using Xunit;
