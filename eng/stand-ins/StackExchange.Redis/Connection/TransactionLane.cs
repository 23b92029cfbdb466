namespace StackExchange.Redis.Connection;

/// <summary>The connection of transactions with conditions; opened when first needed, used by one of them at a time.</summary>
internal sealed class TransactionLane(Func<Bridge> open, TimeSpan timeout) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private Bridge? _bridge;

    public async Task<T> RunAsync<T>(Func<PhysicalConnection, Task<T>> work)
    {
        if (!await _turn.WaitAsync(timeout).ConfigureAwait(false))
        {
            throw new RedisTimeoutException("Timeout waiting for the turn of a transaction.", CommandStatus.WaitingToBeSent);
        }

        try
        {
            _bridge ??= open();
            var deadline = Task.Delay(timeout);
            while (_bridge.Connection is null)
            {
                if (deadline.IsCompleted)
                {
                    throw new RedisConnectionException(
                        ConnectionFailureType.UnableToResolvePhysicalConnection,
                        "No connection is active/available to service this operation: EXEC",
                        null,
                        CommandStatus.WaitingToBeSent);
                }

                await Task.WhenAny(_bridge.FirstAttempts.IsCompleted ? Task.Delay(20) : _bridge.FirstAttempts, deadline).ConfigureAwait(false);
            }

            return await work(_bridge.Connection).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_bridge is not null)
        {
            await _bridge.DisposeAsync().ConfigureAwait(false);
        }

        _turn.Dispose();
    }
}
