namespace Ecommerce.CartService.Application.Changes;

/// <summary>Forgets what was kept for later.</summary>
internal sealed record RemoveSaved(Guid LineId) : CartChange("remove_saved");
