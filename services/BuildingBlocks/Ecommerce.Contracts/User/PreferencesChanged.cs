namespace Ecommerce.Contracts.User;

/// <summary>A customer's preferences or consent changed. Without this event there is no consent.</summary>
/// <param name="CustomerId">The account.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="EmailMarketing">Whether marketing may come by email.</param>
/// <param name="SmsMarketing">By SMS.</param>
/// <param name="PushMarketing">By push message.</param>
/// <param name="ChangedAt">When, UTC.</param>
[IntegrationEvent("user.preferences_changed.v1")]
public sealed record PreferencesChanged(
    Guid CustomerId,
    string Locale,
    string Currency,
    bool EmailMarketing,
    bool SmsMarketing,
    bool PushMarketing,
    DateTimeOffset ChangedAt) : IIntegrationEvent
{
    /// <inheritdoc/>
    public string Subject => $"user/{CustomerId}";
}
