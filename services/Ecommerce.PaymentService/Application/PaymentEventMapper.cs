using Ecommerce.Contracts;
using Ecommerce.Contracts.Payment;
using Ecommerce.Messaging.Outbox;
using Ecommerce.PaymentService.Domain;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.PaymentService.Application;

internal sealed class PaymentEventMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent)
    {
        var payment = (Payment)aggregate;
        var id = payment.Id.Value;
        return domainEvent switch
        {
            MoneyAuthorized e => [new PaymentAuthorized(id, payment.OrderId, payment.MoneyOf(e.Amount), e.At)],
            AuthorizationFailed e => [new PaymentFailed(id, payment.OrderId, e.Code, e.At)],
            AuthorizationVoided e => [new PaymentVoided(id, payment.OrderId, e.At)],
            MoneyCaptured e =>
                [new PaymentCaptured(id, payment.OrderId, e.RequestId, payment.MoneyOf(e.Total), payment.MoneyOf(e.Amount), e.At)],
            MoneyRefunded e =>
                [new PaymentRefunded(id, payment.OrderId, e.RequestId, payment.MoneyOf(e.Total), payment.MoneyOf(e.Amount), e.At)],
            RefundRefused e => [new RefundFailed(id, payment.OrderId, e.RequestId, e.Code, e.At)],
            _ => [],
        };
    }
}
