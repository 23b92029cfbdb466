using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A line of a resource's log.</summary>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

/// <summary>The logs of the resources: what their processes print, and what is said about them.</summary>
public class ResourceLoggerService : IDisposable
{
    private const int MaxBacklog = 10_000;

    private readonly ConcurrentDictionary<string, Log> _logs = new(ResourceNames.Comparer);

    /// <summary>Raised for each line: the resource's id, the line as it was printed, whether it is an error.</summary>
    internal event Action<string, string, bool>? LineAdded;

    /// <summary>A logger that writes to a resource's log.</summary>
    public ILogger GetLogger(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new ResourceLogger(this, [.. resource.InstanceIds()]);
    }

    /// <summary>A logger that writes to the log of a resource's id.</summary>
    public ILogger GetLogger(string resourceName) => new ResourceLogger(this, [resourceName]);

    /// <summary>The lines so far and those to come.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.InstanceIds().First());

    /// <summary>The lines so far and those to come.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => For(resourceName).ReadAsync(follow: true, default);

    /// <summary>The lines so far.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource) => GetAllAsync(resource.InstanceIds().First());

    /// <summary>The lines so far.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName) => For(resourceName).ReadAsync(follow: false, default);

    /// <summary>Ends the watches of a log.</summary>
    public void Complete(IResource resource)
    {
        foreach (var id in resource.InstanceIds())
        {
            Complete(id);
        }
    }

    /// <summary>Ends the watches of a log.</summary>
    public void Complete(string name) => For(name).Complete();

    /// <summary>Forgets the lines so far.</summary>
    public void ClearBacklog(string resourceName) => For(resourceName).Clear();

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var log in _logs.Values)
        {
            log.Complete();
        }

        GC.SuppressFinalize(this);
    }

    internal IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string id, bool follow, CancellationToken cancellationToken) => For(id).ReadAsync(follow, cancellationToken);

    internal IReadOnlyList<string> LastLines(string id, int count) => For(id).Last(count);

    /// <summary>Adds a line that a process printed.</summary>
    internal void Add(string id, string text, bool isError)
    {
        For(id).Add(text, isError);
        LineAdded?.Invoke(id, text, isError);
    }

    private Log For(string id) => _logs.GetOrAdd(id, _ => new Log());

    private sealed class ResourceLogger(ResourceLoggerService owner, string[] ids) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var text = exception is null ? formatter(state, null) : $"{formatter(state, exception)}\n{exception}";
            foreach (var id in ids)
            {
                foreach (var line in text.Split('\n'))
                {
                    owner.Add(id, line.TrimEnd('\r'), logLevel >= LogLevel.Error);
                }
            }
        }
    }

    private sealed class Log
    {
        private readonly Lock _lock = new();
        private readonly List<LogLine> _lines = [];
        private readonly List<Channel<LogLine>> _watchers = [];
        private int _count;

        internal void Add(string text, bool isError)
        {
            var stamp = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
            lock (_lock)
            {
                var line = new LogLine(++_count, $"{stamp} {text}", isError);
                _lines.Add(line);
                if (_lines.Count > MaxBacklog)
                {
                    _lines.RemoveRange(0, MaxBacklog / 10);
                }

                foreach (var watcher in _watchers)
                {
                    watcher.Writer.TryWrite(line);
                }
            }
        }

        internal void Clear()
        {
            lock (_lock)
            {
                _lines.Clear();
            }
        }

        internal void Complete()
        {
            lock (_lock)
            {
                _watchers.ForEach(w => w.Writer.TryComplete());
                _watchers.Clear();
            }
        }

        internal IReadOnlyList<string> Last(int count)
        {
            lock (_lock)
            {
                return [.. _lines.TakeLast(count).Select(l => l.Content[(l.Content.IndexOf(' ', StringComparison.Ordinal) + 1)..])];
            }
        }

        internal async IAsyncEnumerable<IReadOnlyList<LogLine>> ReadAsync(bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var channel = Channel.CreateUnbounded<LogLine>();
            LogLine[] backlog;
            lock (_lock)
            {
                backlog = [.. _lines];
                if (follow)
                {
                    _watchers.Add(channel);
                }
            }

            try
            {
                if (backlog.Length > 0)
                {
                    yield return backlog;
                }

                while (follow && await channel.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    var batch = new List<LogLine>();
                    while (batch.Count < 200 && channel.Reader.TryRead(out var line))
                    {
                        batch.Add(line);
                    }

                    yield return batch;
                }
            }
            finally
            {
                lock (_lock)
                {
                    _watchers.Remove(channel);
                }
            }
        }
    }
}
