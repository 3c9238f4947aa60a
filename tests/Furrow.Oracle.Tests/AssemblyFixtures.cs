using Furrow.Oracle.Tests.Bosnia;
using Xunit;

[assembly: AssemblyFixture(typeof(Judge))]
