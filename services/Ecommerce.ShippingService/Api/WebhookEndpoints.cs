using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Application.Ports;
using Ecommerce.ShippingService.Application.Tracking;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ShippingService.Api;

internal static class WebhookEndpoints
{
    public static void MapWebhookEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/webhooks/shippo", ReceiveAsync).WithName("ReceiveShippoWebhook").WithSummary("What Shippo tells by itself; signed.")
            .WithTags("Webhooks").AllowAnonymous();

    private static async Task<Results<Ok, ProblemHttpResult>> ReceiveAsync(
        HttpContext http, ICarrierWebhooks webhooks, CarrierNoticeHandler handler, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        var notice = webhooks.Read(body.GetBuffer().AsSpan(0, (int)body.Length), http.Request.Headers["Shippo-Auth-Signature"], clock.GetUtcNow());
        if (notice is null)
        {
            return Error.Invalid("webhook.signature", "The signature does not fit.").ToProblem();
        }

        await handler.HandleAsync(notice, cancellationToken);
        return TypedResults.Ok();
    }
}
