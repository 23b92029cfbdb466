namespace Ecommerce.AppHost;

internal static class ProviderExtensions
{
    /// <summary>Adds the providers, or their sandbox.</summary>
    public static Providers AddProviders(this IDistributedApplicationBuilder builder) => new(builder);

    /// <summary>Gives a service its account at a provider.</summary>
    public static IResourceBuilder<ProjectResource> WithProvider(this IResourceBuilder<ProjectResource> service, Provider provider)
    {
        provider.Configure(service);
        return service;
    }
}
