using Ecommerce.Contracts;
using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Order;
using Ecommerce.Contracts.Returns;
using Ecommerce.Contracts.Shipping;
using Ecommerce.Messaging.Consuming;
using Ecommerce.UserService.Domain;

namespace Ecommerce.UserService.Application.FollowActivity;

/// <summary>Writes a customer's history from what the other services tell.</summary>
internal sealed class ActivityHandler(ICustomerStore customers) :
    IEventHandler<UserLoggedIn>,
    IEventHandler<EmailVerified>,
    IEventHandler<OrderConfirmed>,
    IEventHandler<OrderCancelled>,
    IEventHandler<OrderCompleted>,
    IEventHandler<ShipmentDispatched>,
    IEventHandler<ShipmentDelivered>,
    IEventHandler<ReturnRequested>,
    IEventHandler<ReturnApproved>,
    IEventHandler<ReturnRefunded>
{
    public Task HandleAsync(UserLoggedIn integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.UserId, null);

    public Task HandleAsync(EmailVerified integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.UserId, null);

    public Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.CustomerId, integrationEvent.OrderNumber);

    public Task HandleAsync(OrderCancelled integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.CustomerId, integrationEvent.OrderNumber);

    public Task HandleAsync(OrderCompleted integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.CustomerId, integrationEvent.OrderNumber);

    public Task HandleAsync(ShipmentDispatched integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.CustomerId, integrationEvent.OrderNumber);

    public Task HandleAsync(ShipmentDelivered integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.CustomerId, integrationEvent.OrderNumber);

    public Task HandleAsync(ReturnRequested integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.CustomerId, integrationEvent.ReturnNumber);

    public Task HandleAsync(ReturnApproved integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.CustomerId, integrationEvent.ReturnNumber);

    public Task HandleAsync(ReturnRefunded integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        Add(context, integrationEvent, integrationEvent.CustomerId, integrationEvent.ReturnNumber);

    // Guests have no history.
    private Task Add(EventContext context, IIntegrationEvent integrationEvent, Guid? customerId, string? reference)
    {
        if (customerId is { } id)
        {
            customers.Add(Activity.Of(context.MessageId, id, context.Time, WireName(context.Type), reference));
        }

        return Task.CompletedTask;
    }

    private static string WireName(string type) => type[..type.LastIndexOf('.')];
}
