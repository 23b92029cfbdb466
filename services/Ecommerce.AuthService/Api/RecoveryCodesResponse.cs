namespace Ecommerce.AuthService.Api;

/// <param name="RecoveryCodes">Each good for one login; shown this once.</param>
internal sealed record RecoveryCodesResponse(string[] RecoveryCodes);
