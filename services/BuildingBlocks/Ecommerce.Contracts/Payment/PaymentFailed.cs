namespace Ecommerce.Contracts.Payment;

/// <summary>A payment cannot go on.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="Code">Stable code, payment.declined for example.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("payment.failed.v1")]
public sealed record PaymentFailed(
    Guid PaymentId,
    Guid OrderId,
    string Code,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
