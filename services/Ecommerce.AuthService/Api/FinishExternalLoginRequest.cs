namespace Ecommerce.AuthService.Api;

/// <param name="Flow">What the start gave.</param>
/// <param name="State">What the provider sent back.</param>
/// <param name="Code">What the provider sent back.</param>
/// <param name="DeviceToken">What the last login on this device gave.</param>
internal sealed record FinishExternalLoginRequest(string Flow, string State, string Code, string? DeviceToken = null);
