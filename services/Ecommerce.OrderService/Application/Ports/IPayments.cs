using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.Ports;

/// <summary>Payments of payment-service. Failures of it are thrown.</summary>
internal interface IPayments
{
    /// <summary>Authorizes a payment, once per payment id; the outcome is in its status.</summary>
    Task<Result<PaymentDto>> AuthorizeAsync(AuthorizePaymentRequest request, CancellationToken cancellationToken);

    /// <summary>Gives the money up, or back; harmless when repeated. A payment that was never begun can never begin after this.</summary>
    Task<Result<PaymentDto>> VoidAsync(Guid paymentId, VoidPaymentRequest request, CancellationToken cancellationToken);
}
