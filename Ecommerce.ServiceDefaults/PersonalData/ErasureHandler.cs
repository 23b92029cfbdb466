using Ecommerce.Contracts.User;
using Ecommerce.Messaging;
using Ecommerce.Messaging.Consuming;
using Ecommerce.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Ecommerce.ServiceDefaults.PersonalData;

/// <summary>Erases and reports it, in one transaction.</summary>
internal sealed class ErasureHandler<TContext>(TContext database, IPersonalData personalData, IHostEnvironment environment, TimeProvider clock)
    : IEventHandler<ErasureRequested>
    where TContext : DbContext
{
    public async Task HandleAsync(ErasureRequested integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await database.RememberErasedAsync(integrationEvent.CustomerId, now, cancellationToken);
        var complete = await personalData.EraseAsync(integrationEvent.CustomerId, cancellationToken);
        database.AddToOutbox(
            new PersonalDataErased(integrationEvent.RequestId, ServiceName.Of(environment), integrationEvent.Round, complete, now), now);
    }
}
