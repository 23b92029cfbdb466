using Ecommerce.ReturnService.Domain;

namespace Ecommerce.ReturnService.Application.ReadReturns;

/// <summary>Reads returns.</summary>
internal interface IReturnReader
{
    Task<Return?> FindAsync(ReturnId id, CancellationToken cancellationToken);

    /// <summary>Newest first, before an id.</summary>
    Task<IReadOnlyList<Return>> ListAsync(
        Guid? customerId, ReturnStatus? status, Guid? orderId, Guid? before, int limit, CancellationToken cancellationToken);
}
