using Ecommerce.NotificationService.Application;
using Ecommerce.NotificationService.Domain;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.NotificationService.Infrastructure.Persistence;

internal sealed class Consents(NotificationDbContext context) : IConsents
{
    public Task<MarketingConsent?> FindAsync(Guid customerId, CancellationToken cancellationToken) =>
        context.Set<MarketingConsent>().FirstOrDefaultAsync(consent => consent.Id == customerId, cancellationToken);

    public async Task<MarketingConsent?> FindOrAddAsync(Guid customerId, CancellationToken cancellationToken)
    {
        if (await IsErasedAsync(customerId, cancellationToken))
        {
            return null;
        }

        return await FindAsync(customerId, cancellationToken) ?? context.Add(MarketingConsent.Of(customerId)).Entity;
    }

    public Task<bool> IsErasedAsync(Guid customerId, CancellationToken cancellationToken) => context.IsErasedAsync(customerId, cancellationToken);
}
