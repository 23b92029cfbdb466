using Ecommerce.AuthService.Application.Sessions;

namespace Ecommerce.AuthService.Api;

/// <param name="AccessToken">For the header <c>Authorization: Bearer …</c>.</param>
/// <param name="TokenType">Bearer.</param>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="RefreshToken">Good for one exchange.</param>
/// <param name="DeviceToken">To be given at the next login on this device; left out at a refresh.</param>
/// <param name="MfaEnrolmentRequired">True where a second factor has to be set up before the token has the account's staff roles; else left out.</param>
internal sealed record TokenResponse(
    string AccessToken, string TokenType, int ExpiresIn, string RefreshToken, string? DeviceToken, bool? MfaEnrolmentRequired)
{
    public static TokenResponse Of(TokenPair pair) => new(pair.AccessToken, "Bearer", (int)pair.ExpiresIn.TotalSeconds, pair.RefreshToken, pair.DeviceToken, pair.NeedsEnrolment ? true : null);
}
