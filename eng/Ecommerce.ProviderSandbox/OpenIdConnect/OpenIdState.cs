using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.OpenIdConnect;

/// <summary>Everything that this provider knows.</summary>
internal sealed class OpenIdState(SandboxLimits limits) : IDisposable
{
    private volatile OpenIdKey key = new();

    public OpenIdKey Key => key;

    public BoundedStore<OpenIdCode> Codes { get; } = new(limits.Objects, code => code.Code, code => code.IsUsed);

    public void Clear()
    {
        Codes.Clear();
        key = new OpenIdKey();
    }

    public void Dispose() => key.Dispose();
}
