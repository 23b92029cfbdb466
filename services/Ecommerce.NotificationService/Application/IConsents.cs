using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application;

/// <summary>What people agreed to get, and who is forgotten.</summary>
internal interface IConsents
{
    /// <returns>Null where nothing is known, which is no consent.</returns>
    Task<MarketingConsent?> FindAsync(Guid customerId, CancellationToken cancellationToken);

    void Add(MarketingConsent consent);

    Task<bool> IsErasedAsync(Guid customerId, CancellationToken cancellationToken);
}
