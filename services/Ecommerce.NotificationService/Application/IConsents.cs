using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application;

/// <summary>What people agreed to get, and who is forgotten.</summary>
internal interface IConsents
{
    /// <returns>Null where nothing is known, which is no consent.</returns>
    Task<MarketingConsent?> FindAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>What is known, or a new one that agrees to nothing.</summary>
    /// <returns>Null of who is forgotten.</returns>
    Task<MarketingConsent?> FindOrAddAsync(Guid customerId, CancellationToken cancellationToken);

    Task<bool> IsErasedAsync(Guid customerId, CancellationToken cancellationToken);
}
