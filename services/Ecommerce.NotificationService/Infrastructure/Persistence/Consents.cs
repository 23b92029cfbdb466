using Ecommerce.NotificationService.Application;
using Ecommerce.NotificationService.Domain;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

internal sealed class Consents(NotificationDbContext context) : IConsents
{
    public Task<MarketingConsent?> FindAsync(Guid customerId, CancellationToken cancellationToken) =>
        context.Set<MarketingConsent>().FirstOrDefaultAsync(consent => consent.Id == customerId, cancellationToken);

    public void Add(MarketingConsent consent) => context.Add(consent);

    public Task<bool> IsErasedAsync(Guid customerId, CancellationToken cancellationToken) => context.IsErasedAsync(customerId, cancellationToken);
}
