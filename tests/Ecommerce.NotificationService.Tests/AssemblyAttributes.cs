using Ecommerce.NotificationService.Tests;

[assembly: AssemblyFixture(typeof(NotificationServiceFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
