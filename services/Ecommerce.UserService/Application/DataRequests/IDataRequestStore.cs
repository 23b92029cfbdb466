using Ecommerce.UserService.Domain.DataRequests;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>Loads and stores requests and archives; one unit of work per scope.</summary>
internal interface IDataRequestStore
{
    Task<DataRequest?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The newest first; of one customer, or of everybody.</summary>
    Task<IReadOnlyList<DataRequest>> ListAsync(Guid? customerId, DataRequestState? state, Guid? beforeId, int limit, CancellationToken cancellationToken);

    void Add(DataRequest request);

    /// <summary>Adds a customer's archive in place of the earlier ones, which nobody needs then.</summary>
    Task ReplaceArchiveAsync(DataArchive archive, CancellationToken cancellationToken);

    /// <returns>False where another request of the kind is running, or came first.</returns>
    Task<bool> TrySaveNewAsync(CancellationToken cancellationToken);

    Task SaveAsync(CancellationToken cancellationToken);

    /// <summary>Takes due requests and keeps other workers off them for a lease.</summary>
    Task<IReadOnlyList<Guid>> TakeDueAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Gives an archive its one link; the one before stops working.</summary>
    /// <returns>False where there is no such archive.</returns>
    Task<bool> SetLinkAsync(Guid requestId, Guid customerId, byte[] linkHash, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Uses a link up.</summary>
    /// <returns>The archive; null where the link was used, is too old or is somebody else's.</returns>
    Task<byte[]?> UseLinkAsync(Guid customerId, byte[] linkHash, DateTimeOffset now, CancellationToken cancellationToken);
}
