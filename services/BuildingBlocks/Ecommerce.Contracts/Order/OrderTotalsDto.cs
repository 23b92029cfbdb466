namespace Ecommerce.Contracts.Order;

/// <summary>What an order comes to, in minor units.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Subtotal">Lines before discounts.</param>
/// <param name="Discount">Off lines and shipping.</param>
/// <param name="Shipping">Before its discount.</param>
/// <param name="ShippingDiscount">Off shipping.</param>
/// <param name="ShippingTax">Tax on shipping.</param>
/// <param name="Tax">All tax.</param>
/// <param name="TaxIncluded">Whether prices hold the tax.</param>
/// <param name="Total">What is paid.</param>
public sealed record OrderTotalsDto(
    string Currency,
    long Subtotal,
    long Discount,
    long Shipping,
    long ShippingDiscount,
    long ShippingTax,
    long Tax,
    bool TaxIncluded,
    long Total);
