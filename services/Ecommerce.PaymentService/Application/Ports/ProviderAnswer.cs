using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Application.Ports;

/// <summary>A provider's answer.</summary>
/// <param name="Outcome">What is known.</param>
/// <param name="Payment">How the payment stands, where it was told.</param>
/// <param name="Reference">The provider's id of what it did, or null.</param>
/// <param name="Code">Stable code of a refusal, or null.</param>
internal sealed record ProviderAnswer(ProviderOutcome Outcome, ProviderPayment? Payment = null, string? Reference = null, string? Code = null)
{
    public static readonly ProviderAnswer Unknown = new(ProviderOutcome.Unknown);

    public static readonly ProviderAnswer NotFound = new(ProviderOutcome.NotFound);

    public static ProviderAnswer Of(ProviderPayment payment) => new(ProviderOutcome.Known, payment, payment.Reference);

    public static ProviderAnswer Refused(string code) => new(ProviderOutcome.Refused, Code: code);
}
