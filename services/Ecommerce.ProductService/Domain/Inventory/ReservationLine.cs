namespace Ecommerce.ProductService.Domain.Inventory;

/// <summary>What a reservation holds of an article at a location.</summary>
internal sealed class ReservationLine
{
    private ReservationLine()
    {
    }

    public Guid ReservationId { get; private init; }

    public string Sku { get; private init; } = "";

    public string Location { get; private init; } = "";

    public int Quantity { get; private init; }
}
