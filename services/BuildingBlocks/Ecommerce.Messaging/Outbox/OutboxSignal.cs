using System.Threading.Channels;

namespace Ecommerce.Messaging.Outbox;

/// <summary>Wakes this process's dispatcher after a commit. Many signals make one.</summary>
/// <remarks>
/// In the process and not by a NOTIFY in the transaction: Postgres serializes the commits of notifying transactions
/// over the whole cluster, which would cap the throughput at one commit per flush of the log.
/// </remarks>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to send.</summary>
    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a signal, or until the time is over.</summary>
    /// <returns>Whether there was a signal.</returns>
    public async Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            return await _channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
