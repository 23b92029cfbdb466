namespace Microsoft.IdentityModel.Protocols;

/// <summary>Gets a configuration and keeps it.</summary>
public interface IConfigurationManager<T>
    where T : class
{
    /// <summary>Gets the configuration, from memory where it is new enough.</summary>
    Task<T> GetConfigurationAsync(CancellationToken cancel);

    /// <summary>Asks for a fresh one at the next call; not more often than the refresh interval allows.</summary>
    void RequestRefresh();
}
