using Ecommerce.Contracts.Payment;
using Ecommerce.Messaging.Consuming;
using Ecommerce.ReturnService.Domain;

namespace Ecommerce.ReturnService.Application.FollowPayments;

/// <summary>The provider refuses the refund: staff see it at the return.</summary>
internal sealed class RefundFailedHandler(IReturnStore returns) : IEventHandler<RefundFailed>
{
    public async Task HandleAsync(RefundFailed integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (await returns.FindAsync(new ReturnId(integrationEvent.RequestId), cancellationToken) is { } request)
        {
            request.MarkRefundFailed(integrationEvent.Code);
        }
    }
}
