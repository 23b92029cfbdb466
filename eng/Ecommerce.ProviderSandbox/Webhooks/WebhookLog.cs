using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.Webhooks;

/// <summary>All deliveries under way, and the last finished ones.</summary>
internal sealed class WebhookLog(SandboxLimits limits, WebhookSettings settings, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, WebhookDelivery> pending = [];
    private readonly Queue<WebhookDelivery> finished = new();
    private long last;

    public int Pending
    {
        get
        {
            lock (gate)
            {
                return pending.Count;
            }
        }
    }

    public WebhookDelivery Open(WebhookTarget target, WebhookMessage message)
    {
        lock (gate)
        {
            var delivery = new WebhookDelivery(++last, target, message, time.GetUtcNow());
            if (pending.Count >= settings.MaxPending)
            {
                delivery.Failed("too many undelivered messages", time.GetUtcNow());
                Close(delivery, WebhookStatus.Dropped);
            }
            else
            {
                pending.Add(delivery.Number, delivery);
            }

            return delivery;
        }
    }

    /// <summary>False after a reset: the delivery is forgotten and must not go out.</summary>
    public bool IsOpen(WebhookDelivery delivery)
    {
        lock (gate)
        {
            return pending.ContainsKey(delivery.Number);
        }
    }

    public void Close(WebhookDelivery delivery, WebhookStatus status)
    {
        lock (gate)
        {
            delivery.Finish(status);
            pending.Remove(delivery.Number);
            finished.Enqueue(delivery);
            if (finished.Count > limits.Deliveries)
            {
                finished.Dequeue();
            }
        }
    }

    public List<WebhookDelivery> Newest(int limit, Func<WebhookDelivery, bool> where)
    {
        lock (gate)
        {
            return [.. pending.Values.Concat(finished).Where(where).OrderByDescending(delivery => delivery.Number).Take(limit)];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            pending.Clear();
            finished.Clear();
        }
    }
}
