namespace Ecommerce.ProviderSandbox.Tests.Hosting;

/// <summary>A test with a sandbox of its own.</summary>
public abstract class SandboxTest(params string[] settings) : IAsyncLifetime
{
    private Sandbox? sandbox;

    protected Sandbox Sandbox => sandbox!;

    public async ValueTask InitializeAsync() => sandbox = await Hosting.Sandbox.StartAsync(settings);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Sandbox.DisposeAsync();
    }
}
