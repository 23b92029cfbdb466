using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Pricing;

namespace Ecommerce.OrderService.Domain;

/// <summary>All that an order is made from; already priced.</summary>
internal sealed record OrderDraft(
    OrderId Id,
    string Number,
    Guid CartId,
    int CartVersion,
    Guid? CustomerId,
    string Email,
    string Locale,
    Currency Currency,
    IReadOnlyList<OrderLineDraft> Lines,
    Totals Totals,
    long ShippingDiscount,
    PostalAddress ShippingAddress,
    PostalAddress BillingAddress,
    ShippingChoice Shipping,
    IReadOnlyList<AppliedDiscount> Discounts,
    PaymentChoice Payment);
