using Ecommerce.PaymentService.Application;
using Ecommerce.PaymentService.Application.Ports;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.PaymentService.Api;

internal static class WebhookEndpoints
{
    public static void MapWebhookEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/webhooks/stripe", ReceiveAsync).WithName("ReceiveStripeWebhook").WithSummary("What Stripe tells by itself; signed.")
            .WithTags("Webhooks").AllowAnonymous();

    private static async Task<Results<Ok, ProblemHttpResult>> ReceiveAsync(
        HttpContext http, IWebhookReader reader, IPaymentStore payments, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        var now = clock.GetUtcNow();
        var notice = reader.Read(body.GetBuffer().AsSpan(0, (int)body.Length), http.Request.Headers["Stripe-Signature"], now);
        if (notice is null)
        {
            return Error.Invalid("webhook.signature", "The signature does not fit.").ToProblem();
        }

        await payments.StoreNoticeAsync(notice, now, cancellationToken);
        return TypedResults.Ok();
    }
}
