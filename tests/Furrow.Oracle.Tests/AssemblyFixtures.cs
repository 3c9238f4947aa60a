using Furrow.Oracle.Tests.Countries;
using Xunit;

[assembly: AssemblyFixture(typeof(Judges))]
