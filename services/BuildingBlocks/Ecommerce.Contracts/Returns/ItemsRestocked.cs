namespace Ecommerce.Contracts.Returns;

/// <summary>Returned goods go back into stock.</summary>
/// <param name="ReturnId">The return.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="Lines">What can be sold again.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("return.items_restocked.v1")]
public sealed record ItemsRestocked(
    Guid ReturnId,
    Guid OrderId,
    IReadOnlyList<ReturnLineDto> Lines,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
