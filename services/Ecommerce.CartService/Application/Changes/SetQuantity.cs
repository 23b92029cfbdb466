namespace Ecommerce.CartService.Application.Changes;

/// <summary>Sets the units of a line.</summary>
internal sealed record SetQuantity(Guid LineId, int Quantity) : CartChange("set_quantity");
