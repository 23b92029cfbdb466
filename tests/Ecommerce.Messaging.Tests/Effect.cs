namespace Ecommerce.Messaging.Tests;

/// <summary>What handling an event leaves behind; two of the same would be a double effect.</summary>
public sealed class Effect
{
    public long Id { get; init; }

    public required string Subject { get; init; }

    public required int Number { get; init; }
}
