namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed record ShippoMessage(string Source, string Code, string Text);
