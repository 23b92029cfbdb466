using Microsoft.Extensions.Primitives;

namespace Microsoft.Extensions.ServiceDiscovery.Configuration;

/// <summary>A token that never fires.</summary>
internal sealed class NullChangeToken : IChangeToken, IDisposable
{
    public static readonly NullChangeToken Instance = new();

    public bool HasChanged => false;

    public bool ActiveChangeCallbacks => false;

    public IDisposable RegisterChangeCallback(Action<object?> callback, object? state) => this;

    public void Dispose()
    {
    }
}
