namespace Ecommerce.ProductService.Application.Catalogue.TurnPrices;

/// <summary>Prices that change because it is time: what nobody changes, others have to be told of all the same.</summary>
internal interface IPriceClock
{
    /// <summary>Tells of sales that began, once each, and of products whose price a sale's begin or end has changed. One commit.</summary>
    /// <param name="limit">At most so many sales and so many products.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How much there was to tell of; 0 also where another replica is at it.</returns>
    Task<int> TurnAsync(int limit, CancellationToken cancellationToken);
}
