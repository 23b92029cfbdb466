using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class ProductErrors
{
    public static readonly Error NotFound = Error.NotFound("product.not_found", "There is no such product.");

    public static readonly Error CategoryNotFound = Error.NotFound("category.not_found", "There is no such category.");

    public static readonly Error ArticleNotFound = Error.NotFound("inventory.article_not_found", "There is no such article.");

    public static readonly Error ReservationReleased = Error.Conflict("reservation.released", "The reservation was given back already.");

    public static readonly Error BelowReserved =
        Error.Refused("inventory.below_reserved", "The stock cannot fall below what is promised to customers.");

    public static Error InsufficientStock(IReadOnlyList<StockShortage> shortages) =>
        Error.Refused("stock.insufficient", "There is not enough stock.").With("shortages", shortages);
}
