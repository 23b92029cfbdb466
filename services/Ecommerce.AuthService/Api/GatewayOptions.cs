namespace Ecommerce.AuthService.Api;

/// <summary>Where the gateway calls from, section <c>Gateway</c>.</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Gateway";

    private static readonly string[] Private = ["127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];

    /// <summary>The networks whose <c>X-Forwarded-For</c> is believed: narrower than the private ones where the platform's network is known.</summary>
    public string[]? Networks { get; set; }

    public IEnumerable<System.Net.IPNetwork> Trusted => (Networks is { Length: > 0 } given ? given : Private).Select(System.Net.IPNetwork.Parse);
}
