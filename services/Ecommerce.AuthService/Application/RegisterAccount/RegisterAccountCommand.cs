using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application.RegisterAccount;

internal sealed record RegisterAccountCommand(string Email, string Password, string Name, string Locale, Origin Origin);
