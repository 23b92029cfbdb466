namespace Ecommerce.AuthService.Api;

/// <param name="Name">What it is for.</param>
/// <param name="Roles">Staff roles that the caller has.</param>
/// <param name="ExpiresInDays">From 1 to 365.</param>
internal sealed record CreateApiKeyRequest(string Name, string[] Roles, int ExpiresInDays = 90);
