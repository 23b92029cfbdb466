using Ecommerce.CartService.Domain;
using Ecommerce.Contracts.Product.Internal;

namespace Ecommerce.CartService.Application.PriceCart;

/// <summary>What is kept for later, as the catalogue has it now; null where it is no longer sold.</summary>
internal sealed record PricedSavedLine(SavedLine Line, VariantDto? Variant);
