namespace Ecommerce.AuthService.Api;

internal sealed record MfaResponse(bool IsEnabled, DateTimeOffset? EnabledAt, int RecoveryCodesLeft);
