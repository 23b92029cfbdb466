namespace Ecommerce.ProductService.Application.Search;

/// <summary>Finds products in the index, which follows the database within a second. While it is being built the callers wait, and not for long.</summary>
internal interface IProductSearch
{
    /// <exception cref="TimeoutException">The index is still being built.</exception>
    Task<SearchHits> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>How many active products each category and those below it hold.</summary>
    /// <exception cref="TimeoutException">The index is still being built.</exception>
    Task<IReadOnlyDictionary<Guid, int>> CountByCategoryAsync(CancellationToken cancellationToken);
}
