namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>What a login gives.</summary>
/// <param name="AccessToken">A short one, to call with.</param>
/// <param name="ExpiresIn">How long it is good.</param>
/// <param name="RefreshToken">A long one, to get the next pair with.</param>
/// <param name="NeedsEnrolment">Whether a second factor has to be set up before the account has its staff roles.</param>
/// <param name="DeviceToken">What the device is known by at its next login; null at a refresh.</param>
internal sealed record TokenPair(string AccessToken, TimeSpan ExpiresIn, string RefreshToken, bool NeedsEnrolment, string? DeviceToken = null);
