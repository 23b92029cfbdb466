namespace Ecommerce.PaymentService.Application.Ports;

/// <summary>Checks and reads what a provider tells by itself.</summary>
internal interface IWebhookReader
{
    /// <summary>The notice; null where the signature is missing, wrong or too old, or the body is not the provider's.</summary>
    WebhookNotice? Read(ReadOnlySpan<byte> body, string? signature, DateTimeOffset now);
}
