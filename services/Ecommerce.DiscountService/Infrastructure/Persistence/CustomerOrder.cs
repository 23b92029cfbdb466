namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>That somebody, known by an account or an address, has a confirmed order.</summary>
internal sealed class CustomerOrder
{
    public required string CustomerKey { get; init; }

    public required Guid OrderId { get; init; }
}
