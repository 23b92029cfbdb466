using Ecommerce.Contracts;

namespace Ecommerce.Messaging.Tests;

/// <summary>A fact of the tests' own: the n-th of its subject.</summary>
[IntegrationEvent("test.counted.v1")]
public sealed record Counted(string Aggregate, int Number) : IIntegrationEvent
{
    public string Subject => Aggregate;
}
