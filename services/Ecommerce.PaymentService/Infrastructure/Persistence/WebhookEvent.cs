using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Infrastructure.Persistence;

/// <summary>A notice that a provider sent; kept so that its repetitions do nothing.</summary>
internal sealed class WebhookEvent
{
    public required string Provider { get; init; }

    public required string EventId { get; init; }

    public required string Type { get; init; }

    public Guid? PaymentId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
