using RabbitMQ.Client;

namespace Ecommerce.Messaging.Broker;

/// <summary>A connection that is opened when it is asked for, and another in its place when it was lost or given up.</summary>
/// <remarks>
/// The client's own recovery is off: it has no bound in time and can end without a connection and without a word. Here
/// every call has a bound, and whoever sees one fail gives the connection up and asks again.
/// </remarks>
internal sealed class BrokerConnection(IConnectionFactory factory, string name) : IAsyncDisposable
{
    /// <summary>How long a call may wait for the broker's answer. A connection that dies at the wrong moment leaves calls without one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly CreateChannelOptions WithConfirms = new(true, true, null);

    private readonly SemaphoreSlim _opening = new(1, 1);
    private IConnection? _current;
    private volatile bool _isBlocked;

    /// <summary>The broker takes nothing for now: it lacks memory or disk.</summary>
    public bool IsBlocked => _isBlocked && _current is { IsOpen: true };

    /// <exception cref="TimeoutException">The broker did not answer in time.</exception>
    public async Task<IConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_current is { IsOpen: true } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_current is { IsOpen: true } opened)
            {
                return opened;
            }

            await DiscardAsync(_current);
            return _current = await ConnectAsync(cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Opens a channel with publisher confirms.</summary>
    public async Task<BrokerChannel> OpenChannelAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        try
        {
            return new(connection, await connection.CreateChannelAsync(WithConfirms, CancellationToken.None).WaitAsync(Patience, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await DiscardAsync(connection);
            throw;
        }
    }

    /// <summary>Gives a connection up; the next one who asks gets another.</summary>
    public async Task DiscardAsync(IConnection? connection)
    {
        if (connection is null)
        {
            return;
        }

        Interlocked.CompareExchange(ref _current, null, connection);
        await connection.CloseQuietlyAsync();
    }

    public async ValueTask DisposeAsync() => await DiscardAsync(_current);

    private async Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        // Without the token: the client hangs when it is cancelled in the middle of a handshake.
        var connecting = factory.CreateConnectionAsync(name, CancellationToken.None);
        IConnection connection;
        try
        {
            connection = await connecting.WaitAsync(Patience, cancellationToken);
        }
        catch (Exception)
        {
            _ = CloseOnceOpenAsync(connecting);
            throw;
        }

        _isBlocked = false;
        connection.ConnectionBlockedAsync += (_, _) => SetBlocked(true);
        connection.ConnectionUnblockedAsync += (_, _) => SetBlocked(false);
        return connection;
    }

    private Task SetBlocked(bool isBlocked)
    {
        _isBlocked = isBlocked;
        return Task.CompletedTask;
    }

    private static async Task CloseOnceOpenAsync(Task<IConnection> connecting)
    {
        await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connecting.IsCompletedSuccessfully)
        {
            await (await connecting).CloseQuietlyAsync();
        }
    }
}
