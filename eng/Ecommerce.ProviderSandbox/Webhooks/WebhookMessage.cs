namespace Ecommerce.ProviderSandbox.Webhooks;

/// <summary>One message. <paramref name="Render"/> gives the same bytes each time, so a retry needs no copy of them.</summary>
/// <param name="Id">The provider's id of the event; a repeated delivery has the same one.</param>
/// <param name="Type">The event's name, for the log.</param>
/// <param name="Subject">What it is about; messages on one subject are delivered in order.</param>
internal sealed record WebhookMessage(string Id, string Type, string Subject, Func<byte[]> Render);
