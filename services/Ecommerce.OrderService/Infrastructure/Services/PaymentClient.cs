using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.OrderService.Application.Ports;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Infrastructure.Services;

internal sealed class PaymentClient(HttpClient http) : IPayments
{
    public Task<Result<PaymentDto>> AuthorizeAsync(AuthorizePaymentRequest request, CancellationToken cancellationToken) =>
        http.PostForValueAsync<AuthorizePaymentRequest, PaymentDto>("/internal/v1/payments", request, cancellationToken);

    public Task<Result<PaymentDto>> VoidAsync(Guid paymentId, VoidPaymentRequest request, CancellationToken cancellationToken) =>
        http.PostForValueAsync<VoidPaymentRequest, PaymentDto>($"/internal/v1/payments/{paymentId}/void", request, cancellationToken);
}
