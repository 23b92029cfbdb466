namespace Ecommerce.NotificationService.Domain;

/// <summary>Which channels may carry marketing to a customer, and where it goes. Who has none has agreed to nothing.</summary>
internal sealed class MarketingConsent
{
    private MarketingConsent()
    {
    }

    /// <summary>The customer.</summary>
    public Guid Id { get; private init; }

    public bool Email { get; private set; }

    public bool Sms { get; private set; }

    public bool Push { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The email address that the customer proved to hold; null until then.</summary>
    public string? Address { get; private set; }

    /// <summary>BCP 47; null until preferences are known.</summary>
    public string? Locale { get; private set; }

    public static MarketingConsent Of(Guid customerId) => new() { Id = customerId };

    /// <summary>Takes a change; one that is older than what is known changes nothing.</summary>
    public void Change(bool email, bool sms, bool push, string locale, DateTimeOffset changedAt)
    {
        if (changedAt >= ChangedAt)
        {
            (Email, Sms, Push, Locale, ChangedAt) = (email, sms, push, locale, changedAt);
        }
    }

    public void Prove(string address) => Address = address;
}
