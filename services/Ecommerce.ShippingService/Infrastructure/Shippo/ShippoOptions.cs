namespace Ecommerce.ShippingService.Infrastructure.Shippo;

/// <summary>Settings of the account at Shippo, section <c>Shippo</c>.</summary>
internal sealed class ShippoOptions
{
    public const string Section = "Shippo";

    public string ApiKey { get; set; } = "";

    public string WebhookSecret { get; set; } = "";

    public Uri BaseUrl { get; set; } = new("https://api.goshippo.com");
}
