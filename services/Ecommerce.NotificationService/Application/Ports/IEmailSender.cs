namespace Ecommerce.NotificationService.Application.Ports;

/// <summary>A company that delivers mail. It has no idempotency: a mail whose outcome is unknown may arrive twice.</summary>
internal interface IEmailSender
{
    Task<SendResult> SendAsync(Email email, CancellationToken cancellationToken);
}
