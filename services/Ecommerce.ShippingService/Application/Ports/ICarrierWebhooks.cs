namespace Ecommerce.ShippingService.Application.Ports;

/// <summary>Checks and reads what a carrier platform tells by itself.</summary>
internal interface ICarrierWebhooks
{
    /// <summary>The notice; null where the signature is missing, wrong or too old, or the body is not the platform's.</summary>
    CarrierNotice? Read(ReadOnlySpan<byte> body, string? signature, DateTimeOffset now);
}
