namespace Ecommerce.AuthService.Application.ExternalLogin;

/// <param name="Flow">Held by whoever started, so that nobody is made to finish somebody else's login.</param>
/// <param name="State">Goes to the provider and back.</param>
/// <param name="Nonce">Comes back in the provider's token.</param>
/// <param name="Verifier">Proves to the provider that the code is redeemed by who asked for it (RFC 7636).</param>
internal sealed record FlowSecrets(string Flow, string State, string Nonce, string Verifier);
