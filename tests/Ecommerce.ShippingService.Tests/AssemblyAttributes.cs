using Ecommerce.ShippingService.Tests;

[assembly: AssemblyFixture(typeof(ShippingServiceFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
