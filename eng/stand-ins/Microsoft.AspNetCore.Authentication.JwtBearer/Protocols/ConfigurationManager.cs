using Microsoft.IdentityModel.Tokens;

namespace Microsoft.IdentityModel.Protocols;

/// <summary>
/// Fetches a configuration, keeps it, and fetches it anew when it is old or when someone asks; never more often than
/// <see cref="BaseConfigurationManager.RefreshInterval" />, however many bad tokens ask.
/// </summary>
public class ConfigurationManager<T> : BaseConfigurationManager, IConfigurationManager<T>
    where T : class
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);

    private readonly IConfigurationRetriever<T> _configRetriever;
    private readonly IDocumentRetriever _docRetriever;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();

    private volatile State? _state;
    private Task<T>? _fetching;
    private Exception? _lastFailure;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private TimeSpan _retryDelay = FirstRetry;
    private DateTimeOffset? _lastRequested;

    /// <summary>Makes a manager that fetches over HTTPS with a client of its own.</summary>
    public ConfigurationManager(string metadataAddress, IConfigurationRetriever<T> configRetriever)
        : this(metadataAddress, configRetriever, new HttpDocumentRetriever())
    {
    }

    /// <summary>Makes a manager that fetches with the given client.</summary>
    public ConfigurationManager(string metadataAddress, IConfigurationRetriever<T> configRetriever, HttpClient httpClient)
        : this(metadataAddress, configRetriever, new HttpDocumentRetriever(httpClient))
    {
    }

    /// <summary>Makes a manager that fetches with the given retriever.</summary>
    public ConfigurationManager(string metadataAddress, IConfigurationRetriever<T> configRetriever, IDocumentRetriever docRetriever)
        : this(metadataAddress, configRetriever, docRetriever, TimeProvider.System)
    {
    }

    internal ConfigurationManager(string metadataAddress, IConfigurationRetriever<T> configRetriever, IDocumentRetriever docRetriever, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(metadataAddress);
        ArgumentNullException.ThrowIfNull(configRetriever);
        ArgumentNullException.ThrowIfNull(docRetriever);
        MetadataAddress = metadataAddress;
        _configRetriever = configRetriever;
        _docRetriever = docRetriever;
        _clock = clock;
    }

    /// <summary>Gets the configuration.</summary>
    public Task<T> GetConfigurationAsync() => GetConfigurationAsync(CancellationToken.None);

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">There is none yet, and it could not be fetched.</exception>
    public Task<T> GetConfigurationAsync(CancellationToken cancel)
    {
        var state = _state;
        if (state is { RefreshWanted: false } && _clock.GetUtcNow() < state.FreshUntil)
        {
            return state.Value;
        }

        Task<T> fetching;
        lock (_lock)
        {
            state = _state;
            var now = _clock.GetUtcNow();
            if (state is { RefreshWanted: false } && now < state.FreshUntil)
            {
                return state.Value;
            }

            if (_fetching is null && now < _notBefore)
            {
                // The issuer is away: what is known goes on being used, and it is left in peace for a while.
                return state?.Value ?? Task.FromException<T>(Unobtainable(_lastFailure));
            }

            fetching = _fetching ??= FetchAsync();

            // An old configuration is still good while a new one comes; only one that a token did not fit is waited for.
            if (state is { RefreshWanted: false })
            {
                return state.Value;
            }
        }

        return fetching.WaitAsync(cancel);
    }

    /// <inheritdoc />
    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel)
        => await GetConfigurationAsync(cancel).ConfigureAwait(false) as BaseConfiguration
            ?? throw new InvalidOperationException($"{typeof(T)} is not a {nameof(BaseConfiguration)}.");

    /// <inheritdoc />
    public override void RequestRefresh()
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            if (_lastRequested is { } last && now < last + RefreshInterval)
            {
                return;
            }

            _lastRequested = now;
            if (_state is { } state)
            {
                _state = state with { RefreshWanted = true };
            }
        }
    }

    private async Task<T> FetchAsync()
    {
        // Leaves the lock before anything else happens.
        await Task.Yield();
        try
        {
            // Not under any caller's token: the others wait for it too.
            var value = await _configRetriever.GetConfigurationAsync(MetadataAddress, _docRetriever, CancellationToken.None).ConfigureAwait(false);
            lock (_lock)
            {
                _state = new State(value, Task.FromResult(value), _clock.GetUtcNow() + AutomaticRefreshInterval, RefreshWanted: false);
                _fetching = null;
                _lastFailure = null;
                _notBefore = DateTimeOffset.MinValue;
                _retryDelay = FirstRetry;
            }

            return value;
        }
        catch (Exception ex) when (ex is not OutOfMemoryException)
        {
            lock (_lock)
            {
                _fetching = null;
                _lastFailure = ex;
                _notBefore = _clock.GetUtcNow() + _retryDelay;
                _retryDelay = _retryDelay * 2 < RefreshInterval ? _retryDelay * 2 : RefreshInterval;
                if (_state is { } state)
                {
                    _state = state with { RefreshWanted = false };
                    return state.Configuration;
                }
            }

            throw Unobtainable(ex);
        }
    }

    private InvalidOperationException Unobtainable(Exception? cause)
        => new($"IDX20803: Unable to obtain configuration from: '{MetadataAddress}'.", cause);

    private sealed record State(T Configuration, Task<T> Value, DateTimeOffset FreshUntil, bool RefreshWanted);
}
