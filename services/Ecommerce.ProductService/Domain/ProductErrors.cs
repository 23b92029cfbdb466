using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class ProductErrors
{
    public static readonly Error NotFound = Error.NotFound("product.not_found", "There is no such product.");

    public static readonly Error ArticleNotFound = Error.NotFound("inventory.article_not_found", "There is no such article.");

    public static readonly Error ReservationReleased = Error.Conflict("reservation.released", "The reservation was given back already.");

    public static readonly Error ReservationNotFound = Error.NotFound("reservation.not_found", "There is no such reservation.");

    public static readonly Error GoodsGone = Error.Conflict("reservation.goods_gone", "The reservation had ended, and its goods are with others now.");

    public static readonly Error TooMany = Error.Refused("inventory.too_many", "That is more than an article's stock can count.");

    public static readonly Error BelowReserved =
        Error.Refused("inventory.below_reserved", "The stock cannot fall below what is promised to customers.");

    public static Error InsufficientStock(IReadOnlyList<StockShortage> shortages) =>
        Error.Refused("stock.insufficient", "There is not enough stock.").With("shortages", shortages);
}
