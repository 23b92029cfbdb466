namespace Ecommerce.AuthService.Application.RegisterAccount;

internal sealed record RegisterAccountCommand(Guid Id, string Email, string Password, string Name, string Locale);
