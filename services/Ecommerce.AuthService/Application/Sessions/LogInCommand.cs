using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application.Sessions;

internal sealed record LogInCommand(string Email, string Password, string? DeviceToken, Origin Origin);
