namespace Ecommerce.OrderService.Api;

/// <summary>Cancels an order.</summary>
/// <param name="Reason">changedMind where none is given.</param>
internal sealed record CancelOrderRequest(CancelReason Reason = CancelReason.ChangedMind);
