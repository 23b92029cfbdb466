namespace Ecommerce.OrderService.Domain;

/// <summary>What happened to an order, when, and who did it.</summary>
internal sealed class OrderHistoryEntry
{
    private OrderHistoryEntry()
    {
    }

    public long Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string Actor { get; private init; } = "";

    public string What { get; private init; } = "";

    public string? Detail { get; private init; }

    public static OrderHistoryEntry Of(DateTimeOffset at, string actor, string what, string? detail) =>
        new() { At = at, Actor = actor, What = what, Detail = detail };
}
