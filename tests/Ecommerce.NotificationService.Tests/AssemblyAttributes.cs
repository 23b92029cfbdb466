using Ecommerce.NotificationService.Tests;

[assembly: AssemblyFixture(typeof(NotificationServiceFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
