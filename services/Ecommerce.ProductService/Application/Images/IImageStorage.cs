namespace Ecommerce.ProductService.Application.Images;

/// <summary>Where the bytes of images are kept, by names made of their content. Nothing is ever changed under its name.</summary>
internal interface IImageStorage
{
    /// <summary>Stores an object whole or not at all; again is harmless.</summary>
    Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <returns>Null where there is no such object.</returns>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes an object; one that is not there is fine.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);
}
