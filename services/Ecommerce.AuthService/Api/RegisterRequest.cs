namespace Ecommerce.AuthService.Api;

/// <summary>Makes an account.</summary>
internal sealed record RegisterRequest(string Email, string Password, string Name, string Locale = "en");
