namespace Ecommerce.ProductService.Domain.Inventory;

/// <summary>A hold on stock, by the order's id. Changed by the functions of the database alone.</summary>
internal sealed class Reservation
{
    private Reservation()
    {
    }

    public Guid Id { get; private init; }

    public ReservationStatus Status { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }
}
