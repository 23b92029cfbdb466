using Ecommerce.ProductService.Application.Inventory;

namespace Ecommerce.ProductService.Api.Inventory;

/// <param name="Id">Grows with time.</param>
/// <param name="Location">The location's code.</param>
/// <param name="Kind">received, reserved, released, expired, committed, adjusted, transferred or returned.</param>
/// <param name="OnHand">Units that came or, negative, went.</param>
/// <param name="Reserved">Units that were promised or, negative, no longer are.</param>
/// <param name="Cause">The order, return, adjustment or transfer.</param>
/// <param name="Reason">Why, where a person did it; or null.</param>
/// <param name="Actor">Who, where a person did it; or null.</param>
/// <param name="At">When, UTC.</param>
internal sealed record MovementResponse(
    long Id, string Location, string Kind, int OnHand, int Reserved, Guid Cause, string? Reason, string? Actor, DateTimeOffset At)
{
    public static MovementResponse Of(MovementView movement) => new(
        movement.Id, movement.Location, movement.Kind, movement.OnHandChange, movement.ReservedChange, movement.Reference, movement.Reason, movement.Actor, movement.At);
}
