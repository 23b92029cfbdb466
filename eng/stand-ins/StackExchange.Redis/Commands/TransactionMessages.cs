using StackExchange.Redis.Connection;
using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Commands;

/// <summary>MULTI, the commands, EXEC; and the way of each result to who waits for it.</summary>
internal sealed class TransactionMessages
{
    private readonly List<Message> _inner;
    private readonly ExecMessage _exec;

    public TransactionMessages(List<Message> inner, int database)
    {
        _inner = inner;
        _exec = new ExecMessage(inner, database);
        All = [new QueuedMessage("MULTI", [], database), .. inner.Select(static m => new QueuedMessage(m.Command, [.. m.Arguments], m.Database)), _exec];
    }

    public IReadOnlyList<Message> All { get; }

    public Task<bool> Done => _exec.Done;

    public void Cancel() => _inner.ForEach(static m => m.Cancel());

    /// <summary>Its answer is only QUEUED, or an error that EXEC reports too.</summary>
    private sealed class QueuedMessage(string command, RedisValue[] arguments, int database) : Message(command, arguments, database)
    {
        public override bool IsCompleted => true;

        public override void Complete(in Resp answer)
        {
        }

        public override void Fail(Exception exception)
        {
        }

        public override void Cancel()
        {
        }
    }

    private sealed class ExecMessage(List<Message> inner, int database) : Message("EXEC", [], database)
    {
        private readonly TaskCompletionSource<bool> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<bool> Done => _source.Task;

        public override bool IsCompleted => _source.Task.IsCompleted;

        public override void Complete(in Resp answer)
        {
            if (answer.IsError)
            {
                Fail(new RedisServerException(answer.Text));
                return;
            }

            if (answer.Items is not { } results || results.Length != inner.Count)
            {
                // A watched key has changed.
                Cancel();
                return;
            }

            for (var i = 0; i < results.Length; i++)
            {
                inner[i].Complete(results[i]);
            }

            _source.TrySetResult(true);
        }

        public override void Fail(Exception exception)
        {
            inner.ForEach(m => m.Fail(exception));
            if (_source.TrySetException(exception))
            {
                _ = _source.Task.Exception;
            }
        }

        public override void Cancel()
        {
            inner.ForEach(static m => m.Cancel());
            _source.TrySetResult(false);
        }
    }
}
