namespace Ecommerce.CartService.Application.Changes;

/// <summary>Takes a line out.</summary>
internal sealed record RemoveLine(Guid LineId) : CartChange("remove_line");
