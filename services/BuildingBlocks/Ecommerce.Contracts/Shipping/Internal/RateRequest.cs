namespace Ecommerce.Contracts.Shipping.Internal;

/// <summary>POST /internal/v1/rates → RateResponse.</summary>
/// <param name="Destination">Where to.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Subtotal">Goods before discounts, minor units: what the discounts are depends on the shipping price.</param>
/// <param name="WeightGrams">All goods.</param>
/// <param name="Items">Number of units.</param>
public sealed record RateRequest(
    AddressDto Destination,
    string Currency,
    long Subtotal,
    int WeightGrams,
    int Items);
