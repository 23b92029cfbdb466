using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Ports;

/// <summary>A rendered mail.</summary>
/// <param name="Id">Ours; comes back in the provider's notices.</param>
/// <param name="Recipient">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">As plain text.</param>
/// <param name="Html">As HTML.</param>
/// <param name="Category">What it is about, for the provider's statistics.</param>
internal sealed record Email(NotificationId Id, string Recipient, string Subject, string Text, string Html, string Category);
