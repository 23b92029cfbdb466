using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ShippingService.Domain.Rates;

/// <summary>A price for parcels up to a weight.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="UpToGrams">Heaviest parcel; null for any.</param>
/// <param name="Price">Minor units.</param>
/// <param name="FreeFrom">Subtotal from which it costs nothing; null where it always costs.</param>
internal sealed record RateBand(string Currency, int? UpToGrams, long Price, long? FreeFrom);
