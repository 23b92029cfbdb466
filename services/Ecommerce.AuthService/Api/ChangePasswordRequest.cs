namespace Ecommerce.AuthService.Api;

internal sealed record ChangePasswordRequest(string CurrentPassword, string NewPassword);
