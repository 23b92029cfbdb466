namespace Ecommerce.Contracts.Auth;

/// <summary>The owner of an account proved to hold its email address.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Email">The verified address.</param>
/// <param name="VerifiedAt">When, UTC.</param>
[IntegrationEvent("auth.email_verified.v1")]
public sealed record EmailVerified(
    Guid UserId,
    string Email,
    DateTimeOffset VerifiedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"user/{UserId}";
}
