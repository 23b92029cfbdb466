namespace Ecommerce.Contracts.User;

/// <summary>A service has erased what it held of a customer. Every service that holds personal data publishes it.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Service">Who erased.</param>
/// <param name="Round">Of the request that it answers.</param>
/// <param name="Complete">False where something that is still under way (an open order, a parcel) needs some of it.</param>
/// <param name="ErasedAt">When, UTC.</param>
[IntegrationEvent("user.personal_data_erased.v1")]
public sealed record PersonalDataErased(
    Guid RequestId,
    string Service,
    int Round,
    bool Complete,
    DateTimeOffset ErasedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"erasure/{RequestId}";
}
