using System.Diagnostics;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using StackExchange.Redis.Protocol;

namespace StackExchange.Redis.Connection;

/// <summary>
/// One socket. Commands are written one after another into a buffer under a lock; one sender at a time hands the buffer
/// to the socket, and what comes meanwhile goes with its next round, so that many small commands make few packets.
/// Answers come in the order of the commands.
/// </summary>
internal sealed class PhysicalConnection : IThreadPoolWorkItem, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<Message> _waiting = new();
    private readonly Stream _stream;
    private readonly Func<Resp, bool>? _onPush;
    private readonly Action<PhysicalConnection, Exception> _onClosed;
    private RespWriter _filling = new();
    private RespWriter _sending = new();
    private bool _isSending;
    private Exception? _closed;
    private int _database;
    private long _lastRead = Stopwatch.GetTimestamp();
    private long _lastWrite = Stopwatch.GetTimestamp();

    private PhysicalConnection(Stream stream, EndPoint endPoint, Func<Resp, bool>? onPush, Action<PhysicalConnection, Exception> onClosed)
    {
        _stream = stream;
        EndPoint = endPoint;
        _onPush = onPush;
        _onClosed = onClosed;
    }

    public EndPoint EndPoint { get; }

    public TimeSpan SinceWrite => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastWrite));

    public TimeSpan SinceRead => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastRead));

    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>How long the oldest command without an answer has waited.</summary>
    public TimeSpan LongestWait
    {
        get
        {
            lock (_lock)
            {
                return _waiting.TryPeek(out var oldest) ? Stopwatch.GetElapsedTime(oldest.Created) : TimeSpan.Zero;
            }
        }
    }

    public static async Task<PhysicalConnection> OpenAsync(
        EndPoint endPoint,
        ConfigurationOptions options,
        Func<Resp, bool>? onPush,
        Action<PhysicalConnection, Exception> onClosed,
        CancellationToken cancellationToken)
    {
        var socket = endPoint is DnsEndPoint
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.NoDelay = true;
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (options.Ssl)
            {
                stream = await EncryptAsync(stream, endPoint, options, cancellationToken).ConfigureAwait(false);
            }

            var connection = new PhysicalConnection(stream, endPoint, onPush, onClosed);
            _ = connection.ReadAsync();
            return connection;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Writes a command. Where the connection is closed, false: it was not sent and nobody was told.</summary>
    public bool TryWrite(Message message)
    {
        lock (_lock)
        {
            if (_closed is not null)
            {
                return false;
            }

            WriteCore(message);
            Kick();
        }

        return true;
    }

    /// <summary>Writes commands with none of anybody else's between them.</summary>
    public bool TryWrite(IReadOnlyCollection<Message> messages)
    {
        lock (_lock)
        {
            if (_closed is not null)
            {
                return false;
            }

            foreach (var message in messages)
            {
                WriteCore(message);
            }

            Kick();
        }

        return true;
    }

    /// <summary>Fails what has waited too long. Its answer, should it come, is still read in its place.</summary>
    public void TimeOut(TimeSpan timeout, Func<Message, Exception> failure)
    {
        List<Message>? late = null;
        lock (_lock)
        {
            foreach (var message in _waiting)
            {
                if (Stopwatch.GetElapsedTime(message.Created) < timeout)
                {
                    break;
                }

                if (!message.IsCompleted)
                {
                    (late ??= []).Add(message);
                }
            }
        }

        late?.ForEach(m => m.Fail(failure(m)));
    }

    public void Close(Exception reason)
    {
        List<Message> waiting;
        lock (_lock)
        {
            if (_closed is not null)
            {
                return;
            }

            _closed = reason;
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        _stream.Dispose();
        foreach (var message in waiting)
        {
            message.Fail(Broken(reason));
        }

        _onClosed(this, reason);
    }

    public ValueTask DisposeAsync()
    {
        Close(new RedisConnectionException(ConnectionFailureType.ConnectionDisposed, "The connection was closed by the client."));
        return ValueTask.CompletedTask;
    }

    void IThreadPoolWorkItem.Execute() => _ = SendAsync();

    private static async Task<Stream> EncryptAsync(Stream stream, EndPoint endPoint, ConfigurationOptions options, CancellationToken cancellationToken)
    {
        var ssl = new SslStream(stream, leaveInnerStreamOpen: false, options.CertificateValidationCallback);
        var target = new SslClientAuthenticationOptions
        {
            TargetHost = options.SslHost ?? (endPoint as DnsEndPoint)?.Host ?? (endPoint as IPEndPoint)?.Address.ToString(),
        };
        if (options.SslProtocols is { } protocols)
        {
            target.EnabledSslProtocols = protocols;
        }

        await ssl.AuthenticateAsClientAsync(target, cancellationToken).ConfigureAwait(false);
        return ssl;
    }

    private static RedisConnectionException Broken(Exception reason) => new(
        (reason as RedisConnectionException)?.FailureType ?? (reason is InvalidDataException ? ConnectionFailureType.ProtocolFailure : ConnectionFailureType.SocketFailure),
        "The connection broke before the answer came: " + reason.Message,
        reason,
        CommandStatus.Sent);

    private void WriteCore(Message message)
    {
        if (message.Database >= 0 && message.Database != _database)
        {
            var select = new Message<bool>("SELECT", [message.Database], -1, static _ => true, wanted: false);
            select.Write(_filling);
            _waiting.Enqueue(select);
            _database = message.Database;
        }

        message.Sent = true;
        message.Write(_filling);
        _waiting.Enqueue(message);
    }

    private void Kick()
    {
        if (!_isSending)
        {
            _isSending = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private async Task SendAsync()
    {
        try
        {
            while (true)
            {
                lock (_lock)
                {
                    if (_filling.Length == 0 || _closed is not null)
                    {
                        _isSending = false;
                        return;
                    }

                    (_filling, _sending) = (_sending, _filling);
                }

                await _stream.WriteAsync(_sending.Written).ConfigureAwait(false);
                Volatile.Write(ref _lastWrite, Stopwatch.GetTimestamp());
                _sending.Clear();
            }
        }
        catch (Exception ex) when (ex is not OutOfMemoryException)
        {
            Close(ex);
        }
    }

    private async Task ReadAsync()
    {
        var reader = PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        Exception reason;
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync().ConfigureAwait(false);
                Volatile.Write(ref _lastRead, Stopwatch.GetTimestamp());
                var buffer = result.Buffer;
                while (RespReader.TryRead(ref buffer, out var answer))
                {
                    Handle(answer);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    reason = new RedisConnectionException(ConnectionFailureType.SocketClosed, "The server closed the connection.");
                    break;
                }
            }
        }
        catch (Exception ex) when (ex is not OutOfMemoryException)
        {
            reason = ex;
        }

        await reader.CompleteAsync().ConfigureAwait(false);
        Close(reason);
    }

    private void Handle(in Resp answer)
    {
        if (_onPush?.Invoke(answer) == true)
        {
            return;
        }

        Message? message;
        lock (_lock)
        {
            if (!_waiting.TryDequeue(out message))
            {
                throw new InvalidDataException("The server answered what nobody asked.");
            }
        }

        message.Complete(answer);
    }
}
