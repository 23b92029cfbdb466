namespace Ecommerce.AuthService.Api;

internal sealed record EmailRequest(string Email);
