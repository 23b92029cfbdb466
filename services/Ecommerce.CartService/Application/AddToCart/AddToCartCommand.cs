using Ecommerce.CartService.Domain;

namespace Ecommerce.CartService.Application.AddToCart;

/// <summary>A shopper's wish to add units of an article.</summary>
/// <param name="CartId">The cart.</param>
/// <param name="Holder">Who asks.</param>
/// <param name="Version">The version that it is based on; null for any.</param>
/// <param name="LineId">The id of a line to be, where the article is not in the cart yet.</param>
/// <param name="Sku">Article.</param>
/// <param name="Quantity">Units.</param>
/// <param name="RequestId">The same for each repetition of the request; null where it is not repeated.</param>
internal sealed record AddToCartCommand(Guid CartId, CartHolder Holder, int? Version, Guid LineId, string Sku, int Quantity, Guid? RequestId);
