namespace Ecommerce.ProductService.Domain.Reviews;

/// <summary>A product that a customer got from this shop.</summary>
internal sealed class DeliveredProduct
{
    private DeliveredProduct()
    {
    }

    public Guid CustomerId { get; private init; }

    public Guid ProductId { get; private init; }

    public DateTimeOffset DeliveredAt { get; private init; }
}
