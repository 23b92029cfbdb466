using Ecommerce.Contracts.User;
using Ecommerce.Messaging.Consuming;
using Microsoft.Extensions.Options;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>Notes what a service reports.</summary>
internal sealed class PersonalDataErasedHandler(IDataRequestStore requests, IOptions<DataRequestOptions> options, TimeProvider clock)
    : IEventHandler<PersonalDataErased>
{
    public async Task HandleAsync(PersonalDataErased integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(integrationEvent.RequestId, cancellationToken) is { } request)
        {
            request.Report(integrationEvent.Service, integrationEvent.Round, integrationEvent.Complete, options.Value.Times, clock.GetUtcNow());
        }
    }
}
