using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Application.Images;

/// <summary>Which images a product has. Each change is one transaction that marks the product as changed.</summary>
internal interface IProductImages
{
    /// <summary>Notes objects before they are stored, so that those of an upload that dies on its way are found and removed.</summary>
    Task NoteObjectsAsync(IReadOnlyList<RenderedImage> objects, CancellationToken cancellationToken);

    /// <summary>Adds an image behind the others, once per id.</summary>
    Task<Result<ImageView>> AddAsync(
        Guid productId, Guid imageId, string? alt, string? sku, IReadOnlyList<RenderedImage> objects, CancellationToken cancellationToken);

    /// <returns>Null where there is no such product.</returns>
    Task<IReadOnlyList<ImageView>?> ListAsync(Guid productId, CancellationToken cancellationToken);

    Task<Result<ImageView>> ChangeAsync(Guid productId, Guid imageId, string? alt, string? sku, CancellationToken cancellationToken);

    Task<Result<IReadOnlyList<ImageView>>> ReorderAsync(Guid productId, IReadOnlyList<Guid> imageIds, CancellationToken cancellationToken);

    Task<Result> RemoveAsync(Guid productId, Guid imageId, CancellationToken cancellationToken);

    /// <summary>Removes objects that no image has and that nobody has noted since.</summary>
    /// <param name="notedBefore">An upload that began later may still be on its way.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="remove">Takes an object out of the storage; runs while nobody else can note it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many.</returns>
    Task<int> RemoveUnusedAsync(DateTimeOffset notedBefore, int limit, Func<string, CancellationToken, Task> remove, CancellationToken cancellationToken);
}
