using Ecommerce.ReturnService.Tests;

[assembly: AssemblyFixture(typeof(ReturnServiceFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
