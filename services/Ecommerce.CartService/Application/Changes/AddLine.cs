namespace Ecommerce.CartService.Application.Changes;

/// <summary>Adds units of an article; those of a line that has it already are added up.</summary>
/// <remarks>
/// RequestId: repeated under this id it is done once; null where the caller does not repeat.
/// </remarks>
internal sealed record AddLine(Guid LineId, string Sku, int Quantity, long UnitPrice, Guid ProductId, string Name, string? VariantName, string? ImageUrl, Guid? RequestId) : CartChange("add_line");
