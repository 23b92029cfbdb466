namespace Ecommerce.NotificationService.Application.Ports;

/// <summary>Checks and reads what the mail provider tells by itself.</summary>
internal interface IDeliveryNotices
{
    /// <summary>Whether there is a key to check signatures with.</summary>
    bool IsConfigured { get; }

    /// <summary>The notices; null where the signature is missing or wrong, or the body is not the provider's.</summary>
    IReadOnlyList<DeliveryNotice>? Read(ReadOnlySpan<byte> body, string? signature, string? timestamp);
}
