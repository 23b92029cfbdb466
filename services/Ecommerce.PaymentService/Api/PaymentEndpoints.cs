using Ecommerce.PaymentService.Application;
using Ecommerce.PaymentService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.PaymentService.Api;

internal static class PaymentEndpoints
{
    public static void MapPaymentEndpoints(this IEndpointRouteBuilder app)
    {
        var payments = app.MapGroup("/api/v1/payments").WithTags("Payments");
        payments.MapGet("/{id:guid}", GetAsync).WithName("GetPayment").WithSummary("A payment with its ledger, for support.")
            .RequireAuthorization(Policies.Support);
    }

    private static async Task<Results<Ok<PaymentResponse>, ProblemHttpResult>> GetAsync(Guid id, IPaymentStore payments, CancellationToken cancellationToken)
    {
        var payment = await payments.FindAsync(new PaymentId(id), cancellationToken);
        return payment is null ? PaymentErrors.NotFound.ToProblem() : TypedResults.Ok(PaymentResponse.Of(payment));
    }
}
