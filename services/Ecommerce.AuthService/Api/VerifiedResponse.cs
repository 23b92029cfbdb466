namespace Ecommerce.AuthService.Api;

/// <param name="PasswordLinkSent">The address was registered with several passwords, and the link to choose one is on its way.</param>
internal sealed record VerifiedResponse(bool PasswordLinkSent);
