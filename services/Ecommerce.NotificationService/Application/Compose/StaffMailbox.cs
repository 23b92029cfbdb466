using Microsoft.Extensions.Options;

namespace Ecommerce.NotificationService.Application.Compose;

/// <summary>Where mails to staff go. That there is nobody is said once.</summary>
internal sealed partial class StaffMailbox(IOptions<NotificationOptions> options, ILogger<StaffMailbox> logger)
{
    private int _saidNobody;

    public IReadOnlyList<string> Recipients()
    {
        string[] recipients = [.. options.Value.StaffRecipients.Distinct(StringComparer.OrdinalIgnoreCase)];
        if (recipients.Length == 0 && Interlocked.Exchange(ref _saidNobody, 1) == 0)
        {
            LogNobody();
        }

        return recipients;
    }

    [LoggerMessage(LogLevel.Warning, "Nobody of the staff hears of low stock: Notifications:StaffRecipients is empty.")]
    private partial void LogNobody();
}
