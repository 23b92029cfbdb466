namespace Ecommerce.AuthService.Api;

/// <param name="Email">Any case.</param>
/// <param name="Password">The password.</param>
/// <param name="DeviceToken">What the last login on this device gave; without it the owner is told of a new device.</param>
internal sealed record LogInRequest(string Email, string Password, string? DeviceToken = null);
