namespace Ecommerce.Messaging.Broker;

/// <summary>Whether the service's queue is being consumed; for the health check.</summary>
internal sealed class ConsumerState
{
    private volatile TaskCompletionSource _consuming = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when consuming has begun.</summary>
    public Task Consuming => _consuming.Task;

    public void Begin() => _consuming.TrySetResult();

    public void End()
    {
        if (_consuming.Task.IsCompleted)
        {
            _consuming = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
