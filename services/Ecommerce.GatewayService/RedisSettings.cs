namespace Ecommerce.GatewayService;

/// <summary>Section <c>Redis</c>.</summary>
internal sealed class RedisSettings
{
    public const string Section = "Redis";

    /// <summary>Put before every key, so that several systems can share a server.</summary>
    public string Prefix { get; set; } = "gateway:";
}
