using Microsoft.AspNetCore.Routing;

namespace Ecommerce.Testing.Access;

/// <summary>An endpoint of the access table.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The route, as in the documentation.</param>
/// <param name="Endpoint">What runs.</param>
public sealed record AccessRow(string Method, string Path, RouteEndpoint Endpoint);
