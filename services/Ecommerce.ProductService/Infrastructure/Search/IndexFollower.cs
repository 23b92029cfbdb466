using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>
/// Keeps this replica's index up with the database: builds it where it has to, then reads what changed, woken by a notification and by a
/// timer. A change is passed over only once every transaction that was going on when it was looked for has ended.
/// </summary>
internal sealed partial class IndexFollower(
    ProductIndex index, IndexSource source, NpgsqlDataSource database, IOptions<SearchSettings> settings, IMeterFactory meters, TimeProvider clock,
    ILogger<IndexFollower> logger) : BackgroundService
{
    private const int Batch = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // While thousands of products come in, few large segments cost half of what many small ones do, which are merged again and again.
    private static readonly TimeSpan RestInBulk = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(30);

    // What of the transactions from the position on is in the index already, by product.
    private readonly Dictionary<Guid, ProductChange> _seen = [];
    private string? _source;
    private long _position;
    private bool _isWritten;
    private bool _isOpen;
    private long _committedAt;
    private volatile bool _areShelvesStale;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        meters.Create("Ecommerce.ProductService").CreateObservableGauge(
            "search_index.set_aside", () => index.SetAside, "{product}", "Products that cannot be indexed: searches do not find them.");
        try
        {
            await FollowAlwaysAsync(stoppingToken);
        }
        finally
        {
            // Here and not in StopAsync: a host that is stopped from two sides calls that twice, and lets go of the index after the first.
            if (_isOpen && _isWritten)
            {
                index.Commit(_source!, _position);
            }
        }
    }

    private async Task FollowAlwaysAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await OpenAsync(stoppingToken);
                await FollowAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(exception);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_isOpen)
        {
            return;
        }

        _source = await source.IdentifyAsync(cancellationToken);
        var folder = settings.Value.Path is { Length: > 0 } path ? path : Path.Combine(Path.GetTempPath(), "ecommerce-product-search", _source);
        var position = index.Open(folder, _source);
        var (oldest, next) = await source.HorizonAsync(cancellationToken);

        // One from the future follows a database that was put back to an earlier state.
        if (position is { } known && known <= next)
        {
            _position = known;
        }
        else
        {
            await BuildAsync(cancellationToken);
            _position = oldest;
            index.Commit(_source, _position);
        }

        _committedAt = Stopwatch.GetTimestamp();
        _isOpen = true;
    }

    private async Task BuildAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        index.Clear();
        var count = 0;
        for (var ids = await source.IdsAsync(Guid.Empty, Batch, cancellationToken); ids.Count > 0; ids = await source.IdsAsync(ids[^1], Batch, cancellationToken))
        {
            foreach (var product in await source.LoadAsync(ids, cancellationToken))
            {
                Tell(product.Id, index.Add(product));
            }

            count += ids.Count;
        }

        LogBuilt(count, watch.Elapsed);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        connection.Notification += Told;
        try
        {
            await ExecuteAsync(connection, "LISTEN product_changes", cancellationToken);
            _areShelvesStale = true;
            while (true)
            {
                if (_areShelvesStale)
                {
                    _areShelvesStale = false;
                    index.Shelves = await source.ShelvesAsync(cancellationToken);
                }

                var count = await SweepAsync(cancellationToken);
                index.SetReady();
                if (count >= Batch)
                {
                    await Task.Delay(RestInBulk, clock, cancellationToken);
                }
                else
                {
                    await connection.WaitAsync(settings.Value.Interval, cancellationToken);
                }
            }
        }
        finally
        {
            connection.Notification -= Told;

            // The pool's connections are not reset.
            await ExecuteAsync(connection, "UNLISTEN *", CancellationToken.None);
        }
    }

    /// <returns>How many changes were new.</returns>
    private async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        // Before what is read: what commits later is found from here on by the next sweep.
        var (oldest, _) = await source.HorizonAsync(cancellationToken);
        ProductChange? last = null;
        var count = 0;
        while (true)
        {
            var changes = await source.ChangesAsync(_position, last, Batch, cancellationToken);
            var news = changes.Where(change => !_seen.TryGetValue(change.ProductId, out var seen) || seen.Revision < change.Revision).ToList();
            if (news.Count > 0)
            {
                await IndexAsync(news, cancellationToken);
                count += news.Count;
            }

            if (changes.Count < Batch)
            {
                break;
            }

            last = changes[^1];
        }

        if (count > 0 || !index.IsReady)
        {
            index.Publish();
            _isWritten = true;
        }

        _position = oldest;
        foreach (var old in _seen.Where(seen => seen.Value.Transaction < oldest).Select(seen => seen.Key).ToList())
        {
            _seen.Remove(old);
        }

        if (_isWritten && Stopwatch.GetElapsedTime(_committedAt) > CommitInterval)
        {
            index.Commit(_source!, _position);
            _isWritten = false;
            _committedAt = Stopwatch.GetTimestamp();
        }

        return count;
    }

    private async Task IndexAsync(List<ProductChange> changes, CancellationToken cancellationToken)
    {
        var gone = changes.Select(change => change.ProductId).ToHashSet();
        foreach (var product in await source.LoadAsync(gone, cancellationToken))
        {
            Tell(product.Id, index.Put(product));
            gone.Remove(product.Id);
        }

        foreach (var id in gone)
        {
            index.Remove(id);
        }

        foreach (var change in changes)
        {
            _seen[change.ProductId] = change;
        }
    }

    private void Tell(Guid product, Exception? setAside)
    {
        if (setAside is not null)
        {
            LogSetAside(setAside, product);
        }
    }

    private void Told(object sender, NpgsqlNotificationEventArgs notification) => _areShelvesStale |= notification.Payload == "definitions";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "The search index was built: {Count} products in {Elapsed}.")]
    private partial void LogBuilt(int count, TimeSpan elapsed);

    [LoggerMessage(LogLevel.Error, "Product {ProductId} cannot be indexed and is set aside: searches do not find it.")]
    private partial void LogSetAside(Exception exception, Guid productId);

    [LoggerMessage(LogLevel.Warning, "Following the catalogue was interrupted; it goes on in a moment.")]
    private partial void LogInterrupted(Exception exception);
}
