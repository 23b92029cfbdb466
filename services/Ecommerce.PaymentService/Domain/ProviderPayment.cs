namespace Ecommerce.PaymentService.Domain;

/// <summary>A payment as the provider sees it.</summary>
/// <param name="Reference">The provider's id, or null where it made none.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Captured">What was captured so far, minor units.</param>
/// <param name="NextActionUrl">Where the buyer must go, or null.</param>
/// <param name="FailureCode">Stable code of ours, or null.</param>
internal sealed record ProviderPayment(string? Reference, ProviderState State, long Captured, string? NextActionUrl, string? FailureCode);
