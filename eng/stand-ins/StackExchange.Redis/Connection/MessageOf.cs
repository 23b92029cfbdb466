using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Connection;

/// <summary>A command whose answer is read as <typeparamref name="T" />.</summary>
internal sealed class Message<T>(string command, RedisValue[] arguments, int database, Func<Resp, T> read, bool wanted)
    : Message(command, arguments, database)
{
    // Continuations run elsewhere: the loop that reads answers must not wait for what a caller does next.
    private readonly TaskCompletionSource<T>? _source = wanted ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;

    public Task<T> Task => _source?.Task ?? NoAnswer;

    public override bool IsCompleted => _source?.Task.IsCompleted ?? false;

    private static Task<T> NoAnswer { get; } = System.Threading.Tasks.Task.FromResult(default(T)!);

    public override void Complete(in Resp answer)
    {
        if (answer.IsError)
        {
            OnServerError?.Invoke(answer.Text);
            Fail(new RedisServerException(answer.Text));
            return;
        }

        if (_source is null)
        {
            Trace?.Stop(null);
            return;
        }

        try
        {
            var result = read(answer);
            Trace?.Stop(null);
            _source.TrySetResult(result);
        }
        catch (Exception ex) when (ex is not OutOfMemoryException)
        {
            Fail(new RedisException($"The answer to {Command} is not of the expected kind.", ex));
        }
    }

    public override void Fail(Exception exception)
    {
        Trace?.Stop(exception);
        if (_source is not null && _source.TrySetException(exception))
        {
            // Seen, so that a caller who has gone away does not raise the unobserved-exception event.
            _ = _source.Task.Exception;
        }
    }

    public override void Cancel() => _source?.TrySetCanceled();
}
