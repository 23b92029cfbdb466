namespace Ecommerce.NotificationService.Application.Ports;

internal sealed record RenderedMail(string Subject, string Text, string Html);
