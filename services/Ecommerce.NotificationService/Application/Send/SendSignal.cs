using System.Threading.Channels;
using Signals = System.Threading.Channels.Channel<bool>;

namespace Ecommerce.NotificationService.Application.Send;

/// <summary>Wakes this process's send worker after a commit that queued something. Many signals make one.</summary>
internal sealed class SendSignal
{
    private readonly Signals _channel = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a signal, or until the time is over.</summary>
    public async Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await _channel.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}
