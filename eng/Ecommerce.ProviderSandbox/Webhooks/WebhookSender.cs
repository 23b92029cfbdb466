using System.Threading.Channels;
using Ecommerce.ProviderSandbox.Control.Faults;

namespace Ecommerce.ProviderSandbox.Webhooks;

/// <summary>
/// Delivers messages: in order for each subject, several subjects at a time. One that is not acknowledged is tried again
/// with a growing delay, and does not hold up those behind it.
/// </summary>
internal sealed class WebhookSender(
    WebhookLog log, WebhookClient client, WebhookSettings settings, FaultRules faults, DueQueue due, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<WebhookTarget, WebhookDelivery> held = [];
    private readonly Channel<WebhookDelivery>[] lanes =
    [
        .. Enumerable.Range(0, settings.Lanes).Select(_ =>
            Channel.CreateUnbounded<WebhookDelivery>(new UnboundedChannelOptions { SingleReader = true })),
    ];

    public void Publish(WebhookTarget target, WebhookMessage message)
    {
        var delivery = log.Open(target, message);
        if (delivery.Status != WebhookStatus.Pending)
        {
            return;
        }

        var delay = TimeSpan.Zero;
        var hold = TimeSpan.Zero;
        var copies = 0;
        foreach (var rule in faults.TakeForWebhook(target.Provider, message.Render))
        {
            switch (rule.Kind)
            {
                case FaultKind.DropWebhook:
                    log.Close(delivery, WebhookStatus.Dropped);
                    return;
                case FaultKind.DelayWebhook:
                    delay = TimeSpan.FromMilliseconds(rule.Ms ?? 1000);
                    break;
                case FaultKind.RepeatWebhook:
                    copies = rule.N ?? 1;
                    break;
                case FaultKind.ReorderWebhooks:
                    hold = rule.Ms is { } ms ? TimeSpan.FromMilliseconds(ms) : LongestHold;
                    break;
                default:
                    break;
            }
        }

        Route(delivery, delay, hold);
        for (var copy = 0; copy < copies; copy++)
        {
            Route(log.Open(target, message), delay, TimeSpan.Zero);
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            held.Clear();
        }

        log.Clear();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(lanes.Select(lane => DeliverAsync(lane.Reader, stoppingToken)));

    private void Route(WebhookDelivery delivery, TimeSpan delay, TimeSpan hold)
    {
        if (delay > TimeSpan.Zero)
        {
            due.In(delay, () => Enqueue(delivery, delivery.Subject));
            return;
        }

        lock (gate)
        {
            if (held.Remove(delivery.Target, out var earlier))
            {
                // Both in one lane, so that the earlier one really comes second.
                Enqueue(delivery, delivery.Subject);
                Enqueue(earlier, delivery.Subject);
            }
            else if (hold > TimeSpan.Zero)
            {
                held.Add(delivery.Target, delivery);
                due.In(hold, () => ReleaseHeld(delivery));
            }
            else
            {
                Enqueue(delivery, delivery.Subject);
            }
        }
    }

    private void ReleaseHeld(WebhookDelivery delivery)
    {
        lock (gate)
        {
            if (ReferenceEquals(held.GetValueOrDefault(delivery.Target), delivery))
            {
                held.Remove(delivery.Target);
                Enqueue(delivery, delivery.Subject);
            }
        }
    }

    private void Enqueue(WebhookDelivery delivery, string laneKey)
    {
        var lane = (uint)string.GetHashCode(laneKey, StringComparison.Ordinal) % (uint)lanes.Length;
        lanes[lane].Writer.TryWrite(delivery);
    }

    private async Task DeliverAsync(ChannelReader<WebhookDelivery> lane, CancellationToken stopping)
    {
        try
        {
            await foreach (var delivery in lane.ReadAllAsync(stopping))
            {
                if (log.IsOpen(delivery))
                {
                    await client.AttemptAsync(delivery, stopping);
                    Settle(delivery);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The sandbox is stopping; what is undelivered goes with its memory.
        }
    }

    private void Settle(WebhookDelivery delivery)
    {
        if (delivery.Status == WebhookStatus.Delivered)
        {
            log.Close(delivery, WebhookStatus.Delivered);
        }
        else if (time.GetUtcNow() - delivery.CreatedAt > settings.GiveUpAfter)
        {
            log.Close(delivery, WebhookStatus.GaveUp);
        }
        else
        {
            due.In(settings.RetryAfter(delivery.Attempts), () => Enqueue(delivery, delivery.Subject));
        }
    }
}
