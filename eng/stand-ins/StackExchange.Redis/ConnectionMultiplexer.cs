using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis.Commands;
using StackExchange.Redis.Connection;

namespace StackExchange.Redis;

/// <summary>A connection to Redis that everyone shares: one for commands, one for publish and subscribe.</summary>
public sealed class ConnectionMultiplexer : IConnectionMultiplexer
{
    // Scripts are a fixed set; the bound is for programs that make them up.
    private const int MostScripts = 4096;

    private readonly ConfigurationOptions _options;
    private readonly ConcurrentDictionary<string, string> _scriptHashes = new();
    private readonly RedisSubscriber _subscriber;
    private readonly TransactionLane _transactions;
    private readonly Lazy<Bridge> _subscriptions;
    private readonly Action<string> _onServerError;
    private int _disposed;

    private ConnectionMultiplexer(ConfigurationOptions options)
    {
        _options = options.Clone();
        if (string.IsNullOrEmpty(_options.ClientName))
        {
            _options.ClientName = Environment.MachineName;
        }

        _onServerError = OnServerError;
        _subscriber = new RedisSubscriber(this);
        Interactive = new Bridge(_options, ConnectionType.Interactive, onPush: null, onReady: null, OnConnectionChange);
        _subscriptions = new Lazy<Bridge>(() => new Bridge(
            _options, ConnectionType.Subscription, _subscriber.OnPush, _subscriber.ResubscribeAsync, OnConnectionChange));
        _transactions = new TransactionLane(
            () => new Bridge(_options, ConnectionType.Interactive, onPush: null, onReady: null, static (_, _) => { }),
            TimeSpan.FromMilliseconds(_options.AsyncTimeout));
    }

    /// <inheritdoc />
    public event EventHandler<RedisErrorEventArgs>? ErrorMessage;

    /// <inheritdoc />
    public event EventHandler<ConnectionFailedEventArgs>? ConnectionFailed;

    /// <inheritdoc />
    public event EventHandler<InternalErrorEventArgs>? InternalError;

    /// <inheritdoc />
    public event EventHandler<ConnectionFailedEventArgs>? ConnectionRestored;

    /// <inheritdoc />
    public string ClientName => _options.ClientName ?? string.Empty;

    /// <inheritdoc />
    public string Configuration => _options.ToString(includePassword: false);

    /// <inheritdoc />
    public int TimeoutMilliseconds => _options.SyncTimeout;

    /// <inheritdoc />
    public bool IsConnected => Interactive.IsConnected;

    /// <inheritdoc />
    public bool IsConnecting => !Interactive.IsConnected && _disposed == 0;

    internal Bridge Interactive { get; }

    internal Bridge Subscriptions => _subscriptions.Value;

    internal TransactionLane Transactions => _transactions;

    internal Action<string>? ServerErrorHandler => ErrorMessage is null ? null : _onServerError;

    internal EndPoint? PrimaryEndPoint => Interactive.EndPoint;

    internal RedisChannel ChannelPrefix => _options.ChannelPrefix;

    /// <summary>Connects.</summary>
    /// <exception cref="RedisConnectionException">The server is away, and <c>abortConnect</c> is not false.</exception>
    public static ConnectionMultiplexer Connect(string configuration, TextWriter? log = null)
        => Connect(ConfigurationOptions.Parse(configuration), log);

    /// <inheritdoc cref="Connect(string, TextWriter)" />
    public static ConnectionMultiplexer Connect(string configuration, Action<ConfigurationOptions> configure, TextWriter? log = null)
        => Connect(Configured(configuration, configure), log);

    /// <inheritdoc cref="Connect(string, TextWriter)" />
    public static ConnectionMultiplexer Connect(ConfigurationOptions configuration, TextWriter? log = null)
        => Task.Run(() => ConnectAsync(configuration, log)).GetAwaiter().GetResult();

    /// <inheritdoc cref="Connect(string, TextWriter)" />
    public static Task<ConnectionMultiplexer> ConnectAsync(string configuration, TextWriter? log = null)
        => ConnectAsync(ConfigurationOptions.Parse(configuration), log);

    /// <inheritdoc cref="Connect(string, TextWriter)" />
    public static Task<ConnectionMultiplexer> ConnectAsync(string configuration, Action<ConfigurationOptions> configure, TextWriter? log = null)
        => ConnectAsync(Configured(configuration, configure), log);

    /// <inheritdoc cref="Connect(string, TextWriter)" />
    public static async Task<ConnectionMultiplexer> ConnectAsync(ConfigurationOptions configuration, TextWriter? log = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration.EndPoints.Count == 0)
        {
            throw new ArgumentException("No endpoints specified", nameof(configuration));
        }

        log?.WriteLine("Connecting to " + configuration.ToString(includePassword: false));
        var multiplexer = new ConnectionMultiplexer(configuration);
        var patience = TimeSpan.FromMilliseconds(configuration.ConnectTimeout + 500.0);
        Exception? failure;
        try
        {
            failure = await multiplexer.Interactive.FirstAttempts.WaitAsync(patience).ConfigureAwait(false);
        }
        catch (TimeoutException ex)
        {
            failure = new RedisConnectionException(ConnectionFailureType.UnableToConnect, "It was not possible to connect to the redis server(s): no answer in time.", ex);
        }

        if (failure is not null)
        {
            log?.WriteLine("Not connected: " + failure.Message);
            if (configuration.AbortOnConnectFail)
            {
                await multiplexer.DisposeAsync().ConfigureAwait(false);
                ExceptionDispatchInfo.Throw(failure);
            }
        }

        log?.WriteLine(multiplexer.GetStatus());
        return multiplexer;
    }

    /// <inheritdoc />
    public EndPoint[] GetEndPoints(bool configuredOnly = false) => [.. _options.EndPoints.Select(_options.WithPort)];

    /// <inheritdoc />
    public IDatabase GetDatabase(int db = -1, object? asyncState = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(db, -1);
        return new RedisDatabase(this, db < 0 ? _options.DefaultDatabase ?? 0 : db);
    }

    /// <inheritdoc />
    public ISubscriber GetSubscriber(object? asyncState = null) => _subscriber;

    /// <inheritdoc />
    public IServer GetServer(string host, int port, object? asyncState = null)
        => GetServer(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"), asyncState);

    /// <inheritdoc />
    public IServer GetServer(string hostAndPort, object? asyncState = null)
        => GetServer(EndPointCollection.Parse(hostAndPort) ?? throw new ArgumentException($"The specified host and port could not be parsed: {hostAndPort}", nameof(hostAndPort)), asyncState);

    /// <inheritdoc />
    public IServer GetServer(EndPoint endpoint, object? asyncState = null)
        => GetEndPoints().Contains(endpoint)
            ? new RedisServer(this, endpoint)
            : throw new ArgumentException("The specified endpoint is not defined", nameof(endpoint));

    /// <inheritdoc />
    public IServer[] GetServers() => Array.ConvertAll(GetEndPoints(), e => (IServer)new RedisServer(this, e));

    /// <inheritdoc />
    public void Wait(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        WaitCore(task);
        task.GetAwaiter().GetResult();
    }

    /// <inheritdoc />
    public T Wait<T>(Task<T> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        WaitCore(task);
        return task.GetAwaiter().GetResult();
    }

    /// <inheritdoc />
    public void WaitAll(params Task[] tasks) => Wait(Task.WhenAll(tasks));

    /// <inheritdoc />
    public string GetStatus()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        GetStatus(text);
        return text.ToString();
    }

    /// <inheritdoc />
    public void GetStatus(TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        foreach (var endPoint in GetEndPoints())
        {
            log.WriteLine($"{EndPointCollection.Text(endPoint)}: int: {State(Interactive)}, sub: {(_subscriptions.IsValueCreated ? State(Subscriptions) : "not used")}, in-flight: {Interactive.Connection?.Waiting ?? 0}");
        }
    }

    /// <inheritdoc />
    public void Close(bool allowCommandsToComplete = true) => Task.Run(() => CloseAsync(allowCommandsToComplete)).GetAwaiter().GetResult();

    /// <inheritdoc />
    public async Task CloseAsync(bool allowCommandsToComplete = true)
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        if (allowCommandsToComplete && Interactive.Connection is { } connection)
        {
            var last = new Message<bool>("PING", [], -1, static _ => true, wanted: true);
            if (connection.TryWrite(last))
            {
                // Answers come in order: when this one is there, all are.
                await Task.WhenAny(last.Task, Task.Delay(TimeoutMilliseconds)).ConfigureAwait(false);
            }
        }

        await Interactive.DisposeAsync().ConfigureAwait(false);
        await _transactions.DisposeAsync().ConfigureAwait(false);
        if (_subscriptions.IsValueCreated)
        {
            await Subscriptions.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Close(allowCommandsToComplete: true);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await CloseAsync(allowCommandsToComplete: true).ConfigureAwait(false);

    /// <inheritdoc />
    public override string ToString() => ClientName;

    internal void DemandAdmin(string command)
    {
        if (!_options.AllowAdmin)
        {
            throw new RedisCommandException($"This operation is not available unless admin mode is enabled: {command}");
        }
    }

    internal RedisChannel WithPrefix(RedisChannel channel)
    {
        if (ChannelPrefix.IsNullOrEmpty)
        {
            return channel;
        }

        byte[] name = [.. (byte[])ChannelPrefix!, .. (byte[])channel!];
        return channel.IsPattern ? RedisChannel.Pattern(name) : RedisChannel.Literal(name);
    }

    internal string ScriptHash(string script)
    {
        if (_scriptHashes.TryGetValue(script, out var known))
        {
            return known;
        }

#pragma warning disable CA5350 // The protocol asks for SHA-1; it is a name here and protects nothing.
        var hash = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(script)));
#pragma warning restore CA5350
        if (_scriptHashes.Count < MostScripts)
        {
            _scriptHashes.TryAdd(script, hash);
        }

        return hash;
    }

    internal void OnInternalError(Exception exception, string origin)
        => InternalError?.Invoke(this, new InternalErrorEventArgs(PrimaryEndPoint, ConnectionType.Subscription, exception, origin));

    private void OnServerError(string message)
    {
        if (PrimaryEndPoint is { } endPoint && ErrorMessage is { } handlers)
        {
            ThreadPool.QueueUserWorkItem(_ => handlers(this, new RedisErrorEventArgs(endPoint, message)));
        }
    }

    private static ConfigurationOptions Configured(string configuration, Action<ConfigurationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = ConfigurationOptions.Parse(configuration);
        configure(options);
        return options;
    }

    private static string State(Bridge bridge) => bridge.IsConnected ? "ConnectedEstablished" : "Disconnected";

    // Continuations run on other threads, so blocking here does not keep the answer from being read.
    private void WaitCore(Task task)
    {
        if (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(TimeoutMilliseconds))
        {
            throw new RedisTimeoutException($"Timeout performing a synchronous operation ({TimeoutMilliseconds}ms)", CommandStatus.Unknown);
        }
    }

    private void OnConnectionChange(ConnectionFailedEventArgs args, bool restored)
    {
        var handlers = restored ? ConnectionRestored : ConnectionFailed;
        if (handlers is not null)
        {
            ThreadPool.QueueUserWorkItem(_ => handlers(this, args));
        }
    }
}
