using System.Diagnostics;
using System.Net;
using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Connection;

/// <summary>
/// Keeps one connection: opens it, opens it again when it breaks, and holds commands back while there is none.
/// </summary>
internal sealed class Bridge : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly Queue<Message> _backlog = new();
    private readonly ConfigurationOptions _options;
    private readonly ConnectionType _type;
    private readonly Func<Resp, bool>? _onPush;
    private readonly Func<PhysicalConnection, Task>? _onReady;
    private readonly Action<ConnectionFailedEventArgs, bool> _onChange;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Timer _heartbeat;
    private readonly TaskCompletionSource<Exception?> _firstAttempts = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile PhysicalConnection? _connection;
    private volatile Exception? _lastFailure;
    private bool _everFailed;

    public Bridge(
        ConfigurationOptions options,
        ConnectionType type,
        Func<Resp, bool>? onPush,
        Func<PhysicalConnection, Task>? onReady,
        Action<ConnectionFailedEventArgs, bool> onChange)
    {
        _options = options;
        _type = type;
        _onPush = onPush;
        _onReady = onReady;
        _onChange = onChange;
        var period = TimeSpan.FromMilliseconds(Math.Clamp(options.AsyncTimeout / 10, 20, 1000));
        _heartbeat = new Timer(static state => ((Bridge)state!).Beat(), this, period, period);
        _ = KeepAsync();
    }

    public bool IsConnected => _connection is not null;

    public PhysicalConnection? Connection => _connection;

    public EndPoint? EndPoint => _connection?.EndPoint ?? (_options.EndPoints.Count > 0 ? _options.WithPort(_options.EndPoints[0]) : null);

    /// <summary>Done when the connection is there (null), or the first attempts have failed.</summary>
    public Task<Exception?> FirstAttempts => _firstAttempts.Task;

    public void Send(Message message)
    {
        if (_connection is { } connection && connection.TryWrite(message))
        {
            return;
        }

        HoldBack([message], static (connection, messages) => connection.TryWrite(messages[0]));
    }

    public void Send(IReadOnlyList<Message> messages)
    {
        if (_connection is { } connection && connection.TryWrite(messages))
        {
            return;
        }

        HoldBack(messages, static (connection, messages) => connection.TryWrite(messages));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _heartbeat.DisposeAsync().ConfigureAwait(false);
        List<Message> held;
        lock (_lock)
        {
            held = [.. _backlog];
            _backlog.Clear();
        }

        var reason = new RedisConnectionException(ConnectionFailureType.ConnectionDisposed, "The multiplexer was disposed of.");
        held.ForEach(m => m.Fail(reason));
        if (_connection is { } connection)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        _firstAttempts.TrySetResult(reason);
    }

    private void HoldBack(IReadOnlyList<Message> messages, Func<PhysicalConnection, IReadOnlyList<Message>, bool> write)
    {
        lock (_lock)
        {
            // It may have come back in between.
            if (_connection is { } connection && write(connection, messages))
            {
                return;
            }

            if (_options.BacklogPolicy.QueueWhileDisconnected && !_stopping.IsCancellationRequested)
            {
                foreach (var message in messages)
                {
                    _backlog.Enqueue(message);
                }

                return;
            }
        }

        var reason = _stopping.IsCancellationRequested
            ? (Exception)new ObjectDisposedException(nameof(ConnectionMultiplexer))
            : new RedisConnectionException(
                ConnectionFailureType.UnableToResolvePhysicalConnection,
                $"No connection is active/available to service this operation: {messages[0].Command}; {_lastFailure?.Message}",
                _lastFailure,
                CommandStatus.WaitingToBeSent);
        foreach (var message in messages)
        {
            message.Fail(reason);
        }
    }

    private async Task KeepAsync()
    {
        var failures = 0L;
        while (!_stopping.IsCancellationRequested)
        {
            var closed = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
            try
            {
                var connection = await ConnectAsync(failures, closed).ConfigureAwait(false);
                Resume(connection);
                failures = 0;
                if (_everFailed)
                {
                    _onChange(new ConnectionFailedEventArgs(connection.EndPoint, _type, ConnectionFailureType.None, null), true);
                }

                _firstAttempts.TrySetResult(null);
                var reason = await closed.Task.ConfigureAwait(false);
                _connection = null;
                Report(connection.EndPoint, reason);
            }
            catch (Exception ex) when (ex is not OutOfMemoryException)
            {
                failures++;
                if (failures == 1 || ex.GetType() != _lastFailure?.GetType())
                {
                    Report(EndPoint, ex);
                }

                _lastFailure = ex;
                if (failures >= Math.Max(1, _options.ConnectRetry) || IsFinal(ex))
                {
                    _firstAttempts.TrySetResult(ex);
                }

                await PauseAsync(failures).ConfigureAwait(false);
            }
        }
    }

    private static bool IsFinal(Exception exception)
        => exception is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure };

    private async Task PauseAsync(long failures)
    {
        var since = Stopwatch.GetTimestamp();
        while (!_stopping.IsCancellationRequested
            && !_options.ReconnectRetryPolicy.ShouldRetry(failures - 1, (int)Stopwatch.GetElapsedTime(since).TotalMilliseconds))
        {
            await Task.Delay(PollInterval).ConfigureAwait(false);
        }
    }

    private async Task<PhysicalConnection> ConnectAsync(long attempt, TaskCompletionSource<Exception> closed)
    {
        if (_options.EndPoints.Count == 0)
        {
            throw new ArgumentException("No endpoints specified");
        }

        var endPoint = _options.WithPort(_options.EndPoints[(int)(attempt % _options.EndPoints.Count)]);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        timeout.CancelAfter(_options.ConnectTimeout);
        PhysicalConnection? connection = null;
        try
        {
            connection = await PhysicalConnection.OpenAsync(endPoint, _options, _onPush, (_, reason) => closed.TrySetResult(reason), timeout.Token).ConfigureAwait(false);
            await GreetAsync(connection).WaitAsync(timeout.Token).ConfigureAwait(false);
            return connection;
        }
        catch (Exception ex)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }

            throw ex is RedisConnectionException ? ex : new RedisConnectionException(
                ConnectionFailureType.UnableToConnect,
                $"It was not possible to connect to the redis server(s) {EndPointCollection.Text(endPoint)}: {(ex is OperationCanceledException ? "no answer in time" : ex.Message)}",
                ex);
        }
    }

    private async Task GreetAsync(PhysicalConnection connection)
    {
        if (_options.Password is { Length: > 0 } password)
        {
            try
            {
                await Ask(connection, "AUTH", string.IsNullOrEmpty(_options.User) ? [password] : [_options.User, password]).ConfigureAwait(false);
            }
            catch (RedisServerException ex)
            {
                throw new RedisConnectionException(ConnectionFailureType.AuthenticationFailure, "The server refused the password: " + ex.Message, ex);
            }
        }

        if (!string.IsNullOrEmpty(_options.ClientName))
        {
            await Ask(connection, "CLIENT", "SETNAME", _options.ClientName.Replace(' ', '-')).ConfigureAwait(false);
        }

        try
        {
            // A server that is loading its data, or wants a password, says so here and not at the first command.
            await Ask(connection, "PING").ConfigureAwait(false);
        }
        catch (RedisServerException ex)
        {
            throw new RedisConnectionException(
                ex.Message.StartsWith("LOADING", StringComparison.Ordinal) ? ConnectionFailureType.Loading : ConnectionFailureType.AuthenticationFailure,
                ex.Message,
                ex);
        }

        if (_onReady is not null)
        {
            await _onReady(connection).ConfigureAwait(false);
        }
    }

    private static Task<bool> Ask(PhysicalConnection connection, string command, params RedisValue[] arguments)
    {
        var message = new Message<bool>(command, arguments, -1, static _ => true, wanted: true);
        if (!connection.TryWrite(message))
        {
            message.Fail(new RedisConnectionException(ConnectionFailureType.SocketClosed, "The server closed the connection."));
        }

        return message.Task;
    }

    private void Resume(PhysicalConnection connection)
    {
        lock (_lock)
        {
            if (_backlog.Count > 0)
            {
                // What has timed out meanwhile is not done after all.
                var held = _backlog.Where(static m => !m.IsCompleted).ToList();
                _backlog.Clear();
                if (!connection.TryWrite(held))
                {
                    held.ForEach(_backlog.Enqueue);
                }
            }

            _connection = connection;
        }
    }

    private void Report(EndPoint? endPoint, Exception reason)
    {
        _lastFailure = reason;
        _everFailed = true;
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        var type = (reason as RedisConnectionException)?.FailureType ?? ConnectionFailureType.SocketFailure;
        _onChange(new ConnectionFailedEventArgs(endPoint, _type, type, reason), false);
    }

    private void Beat()
    {
        var timeout = TimeSpan.FromMilliseconds(_options.AsyncTimeout);
        if (_connection is { } connection)
        {
            connection.TimeOut(timeout, LateAnswer);
            if (connection.SinceRead > timeout * 4 && connection.LongestWait > timeout)
            {
                connection.Close(new RedisConnectionException(ConnectionFailureType.SocketFailure, "The server has not answered for long."));
            }
            else if (_options.KeepAlive > 0 && connection.SinceWrite > TimeSpan.FromSeconds(_options.KeepAlive) && connection.Waiting == 0)
            {
                connection.TryWrite(new Message<bool>("PING", [], -1, static _ => true, wanted: false));
            }
        }

        List<Message>? late = null;
        lock (_lock)
        {
            while (_backlog.TryPeek(out var oldest) && (oldest.IsCompleted || Stopwatch.GetElapsedTime(oldest.Created) >= timeout))
            {
                (late ??= []).Add(_backlog.Dequeue());
            }
        }

        late?.ForEach(m => m.Fail(new RedisConnectionException(
            ConnectionFailureType.UnableToConnect,
            $"The message timed out in the backlog attempting to send because no connection became available ({_options.AsyncTimeout}ms): {m.Command}; {_lastFailure?.Message}",
            _lastFailure,
            CommandStatus.WaitingInBacklog)));
    }

    private RedisTimeoutException LateAnswer(Message message) => new(
        $"Timeout awaiting response ({_options.AsyncTimeout}ms elapsed), command={message.Command}, endpoint={EndPoint}, in-flight={_connection?.Waiting}",
        CommandStatus.Sent);
}
