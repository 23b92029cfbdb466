using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain.Inventory;

/// <summary>Every refusal of the stock, by its stable code.</summary>
internal static class InventoryErrors
{
    public static readonly Error ArticleNotFound = Error.NotFound("inventory.article_not_found", "There is no such article.");

    public static readonly Error ReservationReleased = Error.Conflict("reservation.released", "The reservation was given back already.");

    public static readonly Error ReservationNotFound = Error.NotFound("reservation.not_found", "There is no such reservation.");

    public static readonly Error GoodsGone = Error.Conflict("reservation.goods_gone", "The reservation had ended, and its goods are with others now.");

    public static readonly Error TooMany = Error.Refused("inventory.too_many", "That is more than an article's stock can count.");

    public static readonly Error BelowReserved =
        Error.Refused("inventory.below_reserved", "The stock cannot fall below what is promised to customers.");

    public static readonly Error LocationNotFound = Error.NotFound("inventory.location_not_found", "There is no such location.");

    public static readonly Error NoSuchLocation = Error.Refused("inventory.no_such_location", "There is no such location.");

    public static readonly Error SameLocation = Error.Refused("inventory.same_location", "The goods are there already.");

    public static readonly Error LocationTaken = Error.Conflict("inventory.location_taken", "There is a location with that code.");

    public static readonly Error LocationInUse = Error.Conflict("inventory.location_in_use", "The location has stock or had some; it can be closed, not deleted.");

    public static readonly Error LastLocation = Error.Conflict("inventory.last_location", "One location has to stay open: it takes what comes without one.");

    public static readonly Error TooManyLocations = Error.Refused("inventory.too_many_locations", "There cannot be more locations.");

    public static Error InsufficientStock(IReadOnlyList<StockShortage> shortages) =>
        Error.Refused("stock.insufficient", "There is not enough stock.").With("shortages", shortages);
}
