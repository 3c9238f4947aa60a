using Furrow.Store.Tests;
using Furrow.Store.Tests.Faults;

// Ordinarily the test runner; with "append-until-killed" the process that the kill test starts and kills.
return args is ["append-until-killed", var ledger, var seed]
    ? AppendUntilKilled.Run(ledger, seed)
    : await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
