using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Consuming;
using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Application.RegisterCustomer;

/// <summary>Makes the profile of a new account.</summary>
internal sealed class UserRegisteredHandler(ICustomerStore customers) : IEventHandler<UserRegistered>
{
    public Task HandleAsync(UserRegistered integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        customers.Add(Customer.Register(
            integrationEvent.UserId, integrationEvent.Email, integrationEvent.Name, integrationEvent.Locale, integrationEvent.RegisteredAt));
        return Task.CompletedTask;
    }
}
