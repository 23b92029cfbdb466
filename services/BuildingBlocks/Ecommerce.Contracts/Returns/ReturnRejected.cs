namespace Ecommerce.Contracts.Returns;

/// <summary>A return was refused.</summary>
/// <param name="ReturnId">The return.</param>
/// <param name="ReturnNumber">For people.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="OrderNumber">For people.</param>
/// <param name="CustomerId">Null for a guest.</param>
/// <param name="Email">Where messages go.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Lines">What is sent back.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When, UTC.</param>
[IntegrationEvent("return.rejected.v1")]
public sealed record ReturnRejected(
    Guid ReturnId,
    string ReturnNumber,
    Guid OrderId,
    string OrderNumber,
    Guid? CustomerId,
    string Email,
    string Locale,
    IReadOnlyList<ReturnLineDto> Lines,
    string Reason,
    DateTimeOffset At) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"order/{OrderId}";
}
