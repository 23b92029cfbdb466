namespace Ecommerce.Contracts.User;

/// <summary>A customer wants to be forgotten. Each service erases what it holds and answers with <see cref="PersonalDataErased"/>; told again until all have.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="CustomerId">The account.</param>
/// <param name="Round">Grows each time it is told.</param>
/// <param name="RequestedAt">When, UTC.</param>
[IntegrationEvent("user.erasure_requested.v1")]
public sealed record ErasureRequested(
    Guid RequestId,
    Guid CustomerId,
    int Round,
    DateTimeOffset RequestedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"user/{CustomerId}";
}
