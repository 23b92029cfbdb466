namespace Ecommerce.PaymentService.Application.Ports;

/// <summary>What is known after a call to a provider.</summary>
internal enum ProviderOutcome
{
    /// <summary>The provider said how it stands.</summary>
    Known,

    /// <summary>Time-out, outage or a lost connection: it may or may not have been done.</summary>
    Unknown,

    /// <summary>The provider will not do it, however often it is asked.</summary>
    Refused,

    /// <summary>The provider knows of no such thing.</summary>
    NotFound,
}
