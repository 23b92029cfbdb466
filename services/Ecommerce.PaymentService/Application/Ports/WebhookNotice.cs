using Ecommerce.PaymentService.Domain;

namespace Ecommerce.PaymentService.Application.Ports;

/// <summary>A provider's notice. It says which payment to look at, and is not believed any further.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="EventId">The same for each delivery.</param>
/// <param name="Type">The provider's word for it.</param>
/// <param name="PaymentId">Ours, or null where the notice is about something else.</param>
/// <param name="Concerns">Payments in these states have something to learn from it.</param>
internal sealed record WebhookNotice(string Provider, string EventId, string Type, Guid? PaymentId, IReadOnlyList<PaymentStatus> Concerns);
