using Ecommerce.Contracts;
using Ecommerce.Contracts.Returns;
using Ecommerce.Messaging.Outbox;
using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ReturnService.Application;

internal sealed class ReturnEventMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent)
    {
        var r = (Return)aggregate;
        var (id, orderId) = (r.Id.Value, r.OrderId.Value);
        return domainEvent switch
        {
            ReturnOpened e =>
                [new ReturnRequested(id, r.Number, orderId, r.OrderNumber, r.CustomerId, r.Email, r.Locale, r.LinesToDto(), e.At)],
            ReturnAccepted e =>
                [new ReturnApproved(id, r.Number, orderId, r.OrderNumber, r.CustomerId, r.Email, r.Locale, r.LinesToDto(), e.LabelUrl, e.At)],
            ReturnRefused e =>
                [new ReturnRejected(id, r.Number, orderId, r.OrderNumber, r.CustomerId, r.Email, r.Locale, r.LinesToDto(), e.Reason, e.At)],
            GoodsReceived e =>
                [new ReturnReceived(id, r.Number, orderId, r.OrderNumber, r.CustomerId, r.Email, r.Locale, r.LinesToDto(), e.At)],
            GoodsRestocked e => [new ItemsRestocked(id, orderId, Restocked(r), e.At)],
            RefundDue e => [new RefundRequested(id, orderId, r.PaymentId, r.MoneyOf(e.Amount), e.At)],
            RefundDone e =>
            [
                new ReturnRefunded(
                    id, r.Number, orderId, r.OrderNumber, r.CustomerId, r.Email, r.Locale, r.LinesToDto(), r.MoneyOf(r.RefundAmount), e.At),
            ],
            _ => [],
        };
    }

    private static IReadOnlyList<ReturnLineDto> Restocked(Return request) =>
    [
        .. request.Lines.Where(line => line.Restocked > 0)
            .Select(line => new ReturnLineDto(line.LineId, line.Sku, line.Restocked, line.Reason.ToWire())),
    ];
}
