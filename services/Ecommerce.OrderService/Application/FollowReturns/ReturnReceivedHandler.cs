using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging.Consuming;
using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.FollowReturns;

/// <summary>Follows the goods back.</summary>
internal sealed class ReturnReceivedHandler(IOrderStore orders, TimeProvider clock) : IEventHandler<ReturnReceived>
{
    public async Task HandleAsync(ReturnReceived integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(new OrderId(integrationEvent.OrderId), cancellationToken) is not { } order)
        {
            return;
        }

        order.RecordReturn([.. integrationEvent.Lines.Select(line => (line.OrderLineId, line.Quantity))], clock.GetUtcNow());
    }
}
