using Ecommerce.PaymentService.Tests;

[assembly: AssemblyFixture(typeof(PaymentServiceFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
