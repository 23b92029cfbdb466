using Ecommerce.NotificationService.Application.Ports;
using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Send;

/// <summary>Sends what is queued, in batches: one commit to take them, one to note what became of them.</summary>
internal sealed partial class SendWorker(IServiceScopeFactory scopes, SendSignal signal, TimeProvider clock, ILogger<SendWorker> logger)
    : BackgroundService
{
    private const int Batch = 64;
    private const int AtATime = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // A moment's wait lets one round take what several commits queued.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(Interval, stoppingToken);
            await Task.Delay(Gather, clock, stoppingToken);
            try
            {
                while (await SendDueAsync(stoppingToken) == Batch)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
        }
    }

    private async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var notifications = scope.ServiceProvider.GetRequiredService<INotificationStore>();
        var due = await notifications.TakeDueAsync(Batch, clock.GetUtcNow(), cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        var renderer = scope.ServiceProvider.GetRequiredService<MailRenderer>();
        var sender = scope.ServiceProvider.GetRequiredService<IEmailSender>();

        // A mail that is under way is brought to its end though the service stops.
        await Parallel.ForEachAsync(
            due, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, (notification, _) => SendAsync(notification, renderer, sender));
        await notifications.SaveAsync(CancellationToken.None);
        return due.Count;
    }

    private async ValueTask SendAsync(Notification notification, MailRenderer renderer, IEmailSender sender)
    {
        try
        {
            var mail = await renderer.RenderAsync(notification, CancellationToken.None);
            if (!mail.IsSuccess)
            {
                Fail(notification, mail.Error.Code);
                return;
            }

            var result = await sender.SendAsync(mail.Value, CancellationToken.None);
            switch (result.Outcome)
            {
                case SendOutcome.Sent:
                    notification.MarkSent(result.Reference, clock.GetUtcNow());
                    break;
                case SendOutcome.Refused:
                    Fail(notification, result.Code ?? "email.refused");
                    break;
                case SendOutcome.Postponed:
                    notification.Postpone(result.Code ?? "email.unavailable", clock.GetUtcNow());
                    break;
                default:
                    throw new InvalidOperationException($"There is no outcome {result.Outcome}.");
            }
        }
        catch (Exception exception)
        {
            LogNotSent(exception, notification.Id.Value, notification.Attempts);
            notification.Postpone("notification.interrupted", clock.GetUtcNow());
        }
    }

    private void Fail(Notification notification, string code)
    {
        notification.Fail(code);
        LogFailed(notification.Id.Value, notification.Type, code);
    }

    [LoggerMessage(LogLevel.Warning, "Notification {Id} could not be sent at attempt {Attempt} and is tried again.")]
    private partial void LogNotSent(Exception exception, Guid id, int attempt);

    [LoggerMessage(LogLevel.Error, "Notification {Id} ({Type}) is given up: {Code}.")]
    private partial void LogFailed(Guid id, NotificationType type, string code);

    [LoggerMessage(LogLevel.Warning, "Looking for notifications was interrupted.")]
    private partial void LogInterrupted(Exception exception);
}
