namespace Ecommerce.Contracts.Payment;

/// <summary>A reservation of money was given up.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("payment.voided.v1")]
public sealed record PaymentVoided(
    Guid PaymentId,
    Guid OrderId,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
