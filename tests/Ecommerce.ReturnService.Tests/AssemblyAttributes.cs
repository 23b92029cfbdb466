using Ecommerce.ReturnService.Tests;

[assembly: AssemblyFixture(typeof(ReturnServiceFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
