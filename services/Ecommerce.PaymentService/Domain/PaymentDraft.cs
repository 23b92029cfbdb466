using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.PaymentService.Domain;

/// <summary>What a payment begins with.</summary>
internal sealed record PaymentDraft(
    PaymentId Id, Guid OrderId, string OrderNumber, Money Amount, string Provider, string Method, Guid? CustomerId, string Email, string? ReturnUrl);
