using Ecommerce.NotificationService.Application;
using Ecommerce.NotificationService.Application.Ports;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.NotificationService.Api;

internal static class WebhookEndpoints
{
    private const string Signature = "X-Twilio-Email-Event-Webhook-Signature";
    private const string Timestamp = "X-Twilio-Email-Event-Webhook-Timestamp";

    public static void MapWebhookEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/webhooks/sendgrid", ReceiveAsync).WithName("ReceiveSendGridWebhook").WithSummary("What became of mails; signed.")
            .WithTags("Webhooks").AllowAnonymous();

    private static async Task<Results<Ok, ProblemHttpResult>> ReceiveAsync(
        HttpContext http, IDeliveryNotices reader, INotificationStore notifications, CancellationToken cancellationToken)
    {
        if (!reader.IsConfigured)
        {
            return Error.Unavailable("webhook.not_configured", "There is no key to check signatures with.").ToProblem();
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        var notices = reader.Read(
            body.GetBuffer().AsSpan(0, (int)body.Length), http.Request.Headers[Signature], http.Request.Headers[Timestamp]);
        if (notices is null)
        {
            return Error.Invalid("webhook.signature", "The signature does not fit.").ToProblem();
        }

        await notifications.NoteAsync(notices, cancellationToken);
        return TypedResults.Ok();
    }
}
