using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class OrderErrors
{
    public static readonly Error NotFound = Error.NotFound("order.not_found", "There is no such order.");

    public static readonly Error CartEmpty = Error.Refused("order.cart_empty", "The cart is empty.");

    public static readonly Error CartChanged = Error.Conflict("order.cart_changed", "The cart has changed since it was shown. Look at it again.");

    public static readonly Error CartNotActive = Error.Conflict("order.cart_not_active", "The cart was ordered already or is no longer there.");

    public static readonly Error ShippingUnavailable =
        Error.Refused("order.shipping_unavailable", "The chosen shipping is not offered for this address.");

    public static readonly Error EmailRequired = Error.InvalidField("email", "A guest gives an email address.");

    public static readonly Error AlreadyDispatched =
        Error.Conflict("order.already_dispatched", "The goods are on their way. Ask for a return when they have arrived.");

    public static readonly Error ChangedMeanwhile =
        Error.Conflict("order.changed_meanwhile", "The order is changing just now. Look at it again and retry.");

    /// <summary>The answer to a repetition of a request whose order died meanwhile.</summary>
    public static Error Died(string reason) =>
        Error.Refused("order.refused", "The order was refused. What it held is given back, and the cart can then be ordered again.").With("reason", reason);

    public static Error NotAllowed(OrderStatus status, string what) =>
        Error.Conflict("order.not_allowed", $"An order that is {status.ToString().ToLowerInvariant()} cannot be {what}.");

    public static Error ArticleUnavailable(string sku) =>
        Error.Refused("order.article_unavailable", "An article of the cart is no longer sold.").With("sku", sku);

    public static Error CouponRefused(string coupon, string reason) =>
        Error.Refused("order.coupon_refused", reason).With("couponCode", coupon);

    public static Error TotalChanged(long total, string currency) =>
        Error.Conflict("order.total_changed", "The total has changed. Show the buyer the new one and ask again.")
            .With("total", new Dictionary<string, object> { ["amount"] = total, ["currency"] = currency });
}
