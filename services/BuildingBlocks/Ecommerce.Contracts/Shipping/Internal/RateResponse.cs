namespace Ecommerce.Contracts.Shipping.Internal;

/// <summary>Shipping options.</summary>
/// <param name="Options">Cheapest first</param>
public sealed record RateResponse(
    IReadOnlyList<ShippingOptionDto> Options);
