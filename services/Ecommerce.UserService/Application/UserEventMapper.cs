using Ecommerce.Contracts;
using Ecommerce.Messaging.Outbox;
using Ecommerce.SharedKernel.Domain;
using Ecommerce.UserService.Domain;
using Ecommerce.UserService.Domain.DataRequests;
using Contract = Ecommerce.Contracts.User;

namespace Ecommerce.UserService.Application;

/// <summary>What other services hear of customers.</summary>
internal sealed class UserEventMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent) => (aggregate, domainEvent) switch
    {
        (Customer customer, PreferencesChanged changed) =>
        [
            new Contract.PreferencesChanged(
                customer.Id, customer.Locale, customer.Currency, customer.Allows(ConsentChannel.Email), customer.Allows(ConsentChannel.Sms),
                customer.Allows(ConsentChannel.Push), changed.At),
        ],
        (DataRequest request, ErasureRoundBegan began) => [new Contract.ErasureRequested(request.Id, request.CustomerId, began.Round, began.At)],
        _ => [],
    };
}
