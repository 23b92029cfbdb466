namespace Ecommerce.Contracts.Auth;

/// <summary>Someone logged in.</summary>
/// <param name="UserId">The account.</param>
/// <param name="SessionId">The new session.</param>
/// <param name="Device">Short description of the device.</param>
/// <param name="LoggedInAt">When, UTC.</param>
[IntegrationEvent("auth.user_logged_in.v1")]
public sealed record UserLoggedIn(
    Guid UserId,
    Guid SessionId,
    string Device,
    DateTimeOffset LoggedInAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"user/{UserId}";
}
