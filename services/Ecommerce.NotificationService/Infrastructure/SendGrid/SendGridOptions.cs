namespace Ecommerce.NotificationService.Infrastructure.SendGrid;

/// <summary>Settings of the account at SendGrid, section <c>SendGrid</c>.</summary>
internal sealed class SendGridOptions
{
    public const string Section = "SendGrid";

    public string ApiKey { get; set; } = "";

    public Uri BaseUrl { get; set; } = new("https://api.sendgrid.com");

    /// <summary>Base64 SPKI of the event webhook's key; without it the webhook refuses everything.</summary>
    public string? WebhookPublicKey { get; set; }

    public string FromEmail { get; set; } = "service@shop.example";

    public string FromName { get; set; } = "Shop";
}
