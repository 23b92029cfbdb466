namespace Ecommerce.AuthService.Api;

internal sealed record ResetPasswordRequest(string Token, string NewPassword);
