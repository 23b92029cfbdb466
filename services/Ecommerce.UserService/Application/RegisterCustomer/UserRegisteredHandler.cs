using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Consuming;
using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Application.RegisterCustomer;

/// <summary>Makes the profile of a new account, once, though the account is told of again under another message id.</summary>
internal sealed class UserRegisteredHandler(ICustomerStore customers) : IEventHandler<UserRegistered>
{
    public async Task HandleAsync(UserRegistered integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await customers.FindAsync(integrationEvent.UserId, cancellationToken) is null
            && !await customers.IsErasedAsync(integrationEvent.UserId, cancellationToken))
        {
            customers.Add(Customer.Register(
                integrationEvent.UserId, integrationEvent.Email, integrationEvent.Name, integrationEvent.Locale, integrationEvent.RegisteredAt));
        }
    }
}
