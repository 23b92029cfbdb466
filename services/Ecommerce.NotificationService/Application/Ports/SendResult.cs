namespace Ecommerce.NotificationService.Application.Ports;

/// <summary>The outcome, with the provider's id of the mail or our code of what went wrong.</summary>
internal sealed record SendResult(SendOutcome Outcome, string? Reference = null, string? Code = null);
