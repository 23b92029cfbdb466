namespace Ecommerce.PaymentService.Domain;

/// <summary>Where the provider says that a payment stands.</summary>
internal enum ProviderState
{
    /// <summary>It is still working on it.</summary>
    Processing,
    RequiresAction,
    Authorized,
    Captured,
    Cancelled,
    Declined,
}
