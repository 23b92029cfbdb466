namespace Ecommerce.CartService.Application.Changes;

/// <summary>Puts what was kept for later back among the lines, up to what a line can hold.</summary>
internal sealed record MoveToCart(Guid LineId, Guid? RequestId = null) : CartChange("restore_line");
