namespace Ecommerce.ProviderSandbox.Webhooks;

/// <summary>Runs short actions at their time, with one timer for all of them.</summary>
internal sealed class DueQueue : IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Action, DateTimeOffset> actions = new();
    private readonly TimeProvider time;
    private readonly ITimer timer;

    public DueQueue(TimeProvider time)
    {
        this.time = time;
        timer = time.CreateTimer(_ => RunDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void In(TimeSpan delay, Action action)
    {
        lock (gate)
        {
            actions.Enqueue(action, time.GetUtcNow() + delay);
            Arm();
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            actions.Clear();
        }
    }

    public void Dispose() => timer.Dispose();

    private void RunDue()
    {
        List<Action> due = [];
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (actions.TryPeek(out var action, out var at) && at <= now)
            {
                actions.Dequeue();
                due.Add(action);
            }

            Arm();
        }

        due.ForEach(action => action());
    }

    private void Arm()
    {
        if (actions.TryPeek(out _, out var at))
        {
            var wait = at - time.GetUtcNow();
            timer.Change(wait > TimeSpan.FromMilliseconds(1) ? wait : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }
}
