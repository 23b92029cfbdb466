using Ecommerce.ShippingService.Tests;

[assembly: AssemblyFixture(typeof(ShippingServiceFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
