namespace Ecommerce.GatewayBench;

/// <summary>What is called.</summary>
internal sealed record Target(string Name, Uri Address, string Path, string? Token = null);
