namespace Ecommerce.ProductService.Application.Import;

/// <summary>Imports, with their files.</summary>
internal interface IImportStore
{
    /// <summary>Keeps a file and queues it.</summary>
    /// <returns>Null where it is longer than allowed.</returns>
    Task<ImportJob?> ReceiveAsync(Guid id, ImportFormat format, string by, Stream file, CancellationToken cancellationToken);

    Task<ImportJob?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Newest first, after one.</summary>
    Task<IReadOnlyList<ImportJob>> ListAsync(Guid? after, int limit, CancellationToken cancellationToken);

    /// <summary>The report, in the order of the lines.</summary>
    IAsyncEnumerable<ImportRefusal> RefusalsAsync(Guid id, CancellationToken cancellationToken);
}
