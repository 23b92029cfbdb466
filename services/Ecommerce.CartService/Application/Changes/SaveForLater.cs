namespace Ecommerce.CartService.Application.Changes;

/// <summary>Takes a line out and keeps it for later; units of an article that is kept already are added up.</summary>
internal sealed record SaveForLater(Guid LineId, Guid? RequestId = null) : CartChange("save_line");
