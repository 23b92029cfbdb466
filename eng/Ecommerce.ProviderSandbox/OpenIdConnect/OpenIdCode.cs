namespace Ecommerce.ProviderSandbox.OpenIdConnect;

/// <summary>A code that a client redeems once for the token of the person who logged in.</summary>
internal sealed record OpenIdCode(string Code, OpenIdRequest Request, OpenIdPerson Person, DateTimeOffset ExpiresAt, bool IsUsed);
