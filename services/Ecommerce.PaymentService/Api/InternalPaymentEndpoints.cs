using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.PaymentService.Application;
using Ecommerce.PaymentService.Application.AuthorizePayment;
using Ecommerce.PaymentService.Application.VoidPayment;
using Ecommerce.PaymentService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.SharedKernel.Monetary;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.PaymentService.Api;

internal static class InternalPaymentEndpoints
{
    public static void MapInternalPaymentEndpoints(this IEndpointRouteBuilder app)
    {
        var payments = app.MapGroup("/internal/v1/payments").WithTags("Internal").RequireAuthorization(Policies.Service).WithValidation();
        payments.MapPost("/", AuthorizeAsync).WithName("AuthorizePayment").WithSummary("Reserves the money of an order, once per payment id.");
        payments.MapGet("/{id:guid}", GetAsync).WithName("GetPaymentForService").WithSummary("A payment, for other services.");
        payments.MapPost("/{id:guid}/void", VoidAsync).WithName("VoidPayment").WithSummary("Gives a payment up; refunds what was captured.");
    }

    private static async Task<Results<Ok<PaymentDto>, ProblemHttpResult>> AuthorizeAsync(
        AuthorizePaymentRequest request, AuthorizePaymentHandler handler)
    {
        var payment = await handler.HandleAsync(new PaymentDraft(
            new PaymentId(request.PaymentId), request.OrderId, request.OrderNumber, Money.Of(request.Amount.Amount, request.Amount.Currency),
            request.Provider, request.Method, request.CustomerId, request.Email, request.ReturnUrl));
        return payment.IsSuccess ? TypedResults.Ok(payment.Value.ToDto()) : payment.Error.ToProblem();
    }

    private static async Task<Results<Ok<PaymentDto>, ProblemHttpResult>> GetAsync(Guid id, IPaymentStore payments, CancellationToken cancellationToken)
    {
        var payment = await payments.FindAsync(new PaymentId(id), cancellationToken);
        return payment is null ? PaymentErrors.NotFound.ToProblem() : TypedResults.Ok(payment.ToDto());
    }

    private static async Task<Results<Ok<PaymentDto>, ProblemHttpResult>> VoidAsync(Guid id, VoidPaymentRequest request, VoidPaymentHandler handler)
    {
        var payment = await handler.HandleAsync(new PaymentId(id), request.OrderId, Currency.From(request.Currency));
        return payment.IsSuccess ? TypedResults.Ok(payment.Value.ToDto()) : payment.Error.ToProblem();
    }
}
