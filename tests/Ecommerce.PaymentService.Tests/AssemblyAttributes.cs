using Ecommerce.PaymentService.Tests;

[assembly: AssemblyFixture(typeof(PaymentServiceFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
