namespace Ecommerce.GatewayService.Edge;

/// <summary>Section <c>Edge</c>: what lies before the gateway.</summary>
internal sealed class EdgeSettings
{
    public const string Section = "Edge";

    /// <summary>Origins whose pages may call from a browser: <c>https://shop.example</c>.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>Networks of load balancers whose <c>X-Forwarded-For</c> and <c>-Proto</c> are believed: <c>10.0.0.0/8</c>. Nobody's by default.</summary>
    public string[] TrustedProxies { get; set; } = [];
}
