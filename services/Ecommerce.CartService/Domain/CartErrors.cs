using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class CartErrors
{
    public static readonly Error NotFound = Error.NotFound("cart.not_found", "There is no such cart.");

    public static readonly Error LineNotFound = Error.NotFound("cart.line_not_found", "There is no such line in the cart.");

    public static readonly Error CouponNotFound = Error.NotFound("cart.coupon_not_found", "The coupon is not in the cart.");

    public static readonly Error Empty = Error.Refused("cart.empty", "The cart is empty.");

    public static readonly Error ShippingUnavailable = Error.Refused("cart.shipping_unavailable", "The chosen shipping is not offered for this address.");

    public static Error ArticleUnknown(string sku) => Error.Refused("cart.article_unknown", "There is no such article.").With("sku", sku);

    public static Error ArticleUnavailable(string sku) =>
        Error.Refused("cart.article_unavailable", "The article is not sold, or not in the cart's currency.").With("sku", sku);

    /// <summary>The refusal that a function of the database gave by its code.</summary>
    public static Error Of(string code) => code switch
    {
        "cart.not_found" => NotFound,
        "cart.line_not_found" => LineNotFound,
        "cart.coupon_not_found" => CouponNotFound,
        "cart.frozen" => Error.Conflict(code, "An order is being made of the cart; it cannot be changed now."),
        "cart.already_ordered" => Error.Conflict(code, "The cart has been ordered."),
        "cart.merged" => Error.Conflict(code, "The cart went into another one."),
        "cart.expired" => Error.Conflict(code, "The cart has expired."),
        "cart.released" => Error.Conflict(code, "The order has given the cart up; it cannot freeze it again."),
        "cart.version_changed" => Error.Conflict(code, "The cart has changed since it was read."),
        "cart.stale" => Error.Stale(code, "The cart has changed since it was read."),
        "cart.too_many_lines" => Error.Refused(code, $"A cart holds at most {Cart.MaximumLines} lines, those that are saved for later included."),
        "cart.too_many_coupons" => Error.Refused(code, $"A cart holds at most {Cart.MaximumCoupons} coupons."),
        "cart.quantity_too_large" => Error.Refused(code, "A line holds at most 9999 units."),
        _ => throw new InvalidOperationException($"The database refused with a code that is not known: {code}."),
    };
}
