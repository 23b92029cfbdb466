using Ecommerce.ShippingService.Application.Ports;
using Ecommerce.ShippingService.Domain;

namespace Ecommerce.ShippingService.Application.Tracking;

/// <summary>Asks after parcels that are on their way and silent: a webhook may have been lost.</summary>
internal sealed partial class TrackingWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TrackingWorker> logger) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunDueAsync(stoppingToken) == Batch)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
            }
        }
    }

    private async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ShipmentId> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<IShipmentStore>().TakeSilentAsync(Batch, clock.GetUtcNow(), cancellationToken);
        }

        foreach (var id in due)
        {
            await TrackAsync(id, cancellationToken);
        }

        return due.Count;
    }

    private async Task TrackAsync(ShipmentId id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var shipments = scope.ServiceProvider.GetRequiredService<IShipmentStore>();
            if (await shipments.FindAsync(id, cancellationToken) is { Carrier: { } carrier, TrackingNumber: { } number } shipment
                && await scope.ServiceProvider.GetRequiredService<ICarrier>().TrackAsync(carrier, number, cancellationToken) is { } news)
            {
                shipment.Track(news, clock.GetUtcNow());
                await shipments.SaveAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // It was taken for a lease, and comes again when that is over.
            LogNotTracked(exception, id.Value);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Shipment {Id} could not be asked after.")]
    private partial void LogNotTracked(Exception exception, Guid id);

    [LoggerMessage(LogLevel.Warning, "Looking for silent shipments was interrupted.")]
    private partial void LogInterrupted(Exception exception);
}
