namespace Ecommerce.CartService.Infrastructure.Persistence;

/// <summary>What an order did to a cart. A freeze that was given up, or never made, stays refused.</summary>
internal sealed class CartFreezeRow
{
    public required Guid OrderId { get; init; }

    public required Guid CartId { get; init; }

    public required FreezeState State { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
