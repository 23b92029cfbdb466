using Microsoft.AspNetCore.Builder;

namespace Ecommerce.ServiceDefaults.Telemetry;

/// <summary>Marks endpoints whose path holds a secret.</summary>
public static class SecretPathExtensions
{
    /// <summary>The path holds a secret: traces show the route instead.</summary>
    public static TBuilder WithSecretPath<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(SecretPath.Marker);
}
