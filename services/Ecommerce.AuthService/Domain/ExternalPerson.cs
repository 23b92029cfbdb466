namespace Ecommerce.AuthService.Domain;

/// <summary>What an external provider says of someone who logged in there.</summary>
internal sealed record ExternalPerson(string Issuer, string Subject, string? Email, bool IsEmailVerified, string? Name, string? Locale);
