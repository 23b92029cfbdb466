namespace Ecommerce.GatewayService.Routing;

/// <summary>What goes to which service. What is not listed goes nowhere, <c>/internal</c> above all.</summary>
/// <param name="Path">The start of the path; the rest follows.</param>
/// <param name="Service">The service's name.</param>
internal sealed record PlatformRoute(string Path, string Service);
