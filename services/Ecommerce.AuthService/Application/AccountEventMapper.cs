using Ecommerce.AuthService.Application.Links;
using Ecommerce.AuthService.Domain;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging.Outbox;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.AuthService.Application;

/// <summary>What other services hear of accounts.</summary>
internal sealed class AccountEventMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent) => (aggregate, domainEvent) switch
    {
        (Account account, AccountRegistered e) => [new UserRegistered(account.Id.Value, account.Email, account.Name, account.Locale, e.At)],
        (Account account, AccountEmailVerified e) => [new EmailVerified(account.Id.Value, account.Email, e.At)],
        (Account account, AccountLoggedIn e) => [new UserLoggedIn(account.Id.Value, e.SessionId, e.Device, e.At)],
        (Account account, AccountLoggedInOnNewDevice e) =>
            [new NewDeviceLoggedIn(account.Id.Value, account.Email, account.Name, account.Locale, e.DeviceId, e.Device, e.At)],
        (Account account, AccountRolesChanged e) => [new RolesChanged(account.Id.Value, account.Roles, e.At)],
        (ActionLink link, ActionLinkCreated e) =>
            [new ActionLinkRequested(link.AccountId.Value, e.Email, e.Name, e.Locale, LinkPurposes.NameOf(link.Purpose), link.Id, link.ExpiresAt)],
        _ => [],
    };
}
