namespace Ecommerce.ProductService.Domain;

internal sealed class ReservationLine
{
    private ReservationLine()
    {
    }

    public Guid ReservationId { get; private init; }

    public string Sku { get; private init; } = "";

    public int Quantity { get; private init; }
}
