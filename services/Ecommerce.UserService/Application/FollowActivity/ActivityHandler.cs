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
        AddAsync(context, integrationEvent.UserId, null, cancellationToken);

    public Task HandleAsync(EmailVerified integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        AddAsync(context, integrationEvent.UserId, null, cancellationToken);

    public Task HandleAsync(OrderConfirmed integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        AddAsync(context, integrationEvent.CustomerId, integrationEvent.OrderNumber, cancellationToken);

    public Task HandleAsync(OrderCancelled integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        AddAsync(context, integrationEvent.CustomerId, integrationEvent.OrderNumber, cancellationToken);

    public Task HandleAsync(OrderCompleted integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        AddAsync(context, integrationEvent.CustomerId, integrationEvent.OrderNumber, cancellationToken);

    public Task HandleAsync(ShipmentDispatched integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        AddAsync(context, integrationEvent.CustomerId, integrationEvent.OrderNumber, cancellationToken);

    public Task HandleAsync(ShipmentDelivered integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        AddAsync(context, integrationEvent.CustomerId, integrationEvent.OrderNumber, cancellationToken);

    public Task HandleAsync(ReturnRequested integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        AddAsync(context, integrationEvent.CustomerId, integrationEvent.ReturnNumber, cancellationToken);

    public Task HandleAsync(ReturnApproved integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        AddAsync(context, integrationEvent.CustomerId, integrationEvent.ReturnNumber, cancellationToken);

    public Task HandleAsync(ReturnRefunded integrationEvent, EventContext context, CancellationToken cancellationToken) =>
        AddAsync(context, integrationEvent.CustomerId, integrationEvent.ReturnNumber, cancellationToken);

    // Guests have no history, and who is forgotten has none any more.
    private async Task AddAsync(EventContext context, Guid? customerId, string? reference, CancellationToken cancellationToken)
    {
        if (customerId is { } id && !await customers.IsErasedAsync(id, cancellationToken))
        {
            customers.Add(Activity.Of(context.MessageId, id, context.Time, WireName(context.Type), reference));
        }
    }

    private static string WireName(string type) => type[..type.LastIndexOf('.')];
}
