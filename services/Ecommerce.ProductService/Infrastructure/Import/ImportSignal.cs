namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>Wakes this replica's worker when a file came in here.</summary>
internal sealed class ImportSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);

    public void Set()
    {
        try
        {
            _set.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    public Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken) => _set.WaitAsync(patience, cancellationToken);

    public void Dispose() => _set.Dispose();
}
