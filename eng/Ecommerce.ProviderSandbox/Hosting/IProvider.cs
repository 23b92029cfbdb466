namespace Ecommerce.ProviderSandbox.Hosting;

/// <summary>One emulated company. The shared parts (faults, webhooks, control) know it only by this.</summary>
internal interface IProvider
{
    string Name { get; }

    /// <summary>True where the provider itself waits out a slow fault, in the middle of its work.</summary>
    bool WaitsInsideWork { get; }

    void Map(IEndpointRouteBuilder routes);

    /// <summary>What this company answers when it fails with the given status.</summary>
    WireAnswer Failure(int status);

    void Reset();
}
