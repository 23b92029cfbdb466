using Ecommerce.Contracts;

namespace Ecommerce.Messaging.Tests;

/// <summary>A fact of the tests' own: the n-th of its subject.</summary>
[IntegrationEvent("test.counted.v1")]
public sealed record Counted(string Aggregate, int Number) : IIntegrationEvent
{
    private const int Subjects = 10;

    public string Subject => Aggregate;

    /// <summary>Events of ten subjects, numbered through.</summary>
    public static IEnumerable<Counted> Sequence(int count, int from = 0) =>
        Enumerable.Range(from, count).Select(number => new Counted($"subject/{number % Subjects}", number));
}
