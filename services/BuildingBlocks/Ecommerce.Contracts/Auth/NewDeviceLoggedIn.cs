namespace Ecommerce.Contracts.Auth;

/// <summary>Someone logged in on a device that the account was not used on before; its owner is to be told.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Email">Where the notice goes.</param>
/// <param name="Name">Display name.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="DeviceId">The new device.</param>
/// <param name="Device">Short description of the device.</param>
/// <param name="LoggedInAt">When, UTC.</param>
[IntegrationEvent("auth.new_device_logged_in.v1")]
public sealed record NewDeviceLoggedIn(
    Guid UserId,
    string Email,
    string Name,
    string Locale,
    Guid DeviceId,
    string Device,
    DateTimeOffset LoggedInAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"user/{UserId}";
}
