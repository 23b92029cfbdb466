namespace Ecommerce.ProviderSandbox.OpenIdConnect;

/// <summary>Who logged in, as they say of themselves: the sandbox believes everybody.</summary>
internal sealed record OpenIdPerson(string Subject, string Email, bool IsEmailVerified, string Name);
