namespace Ecommerce.AppHost;

internal static class ProviderExtensions
{
    /// <summary>Adds the providers, or their sandbox.</summary>
    public static Providers AddProviders(this IDistributedApplicationBuilder builder) => new(builder);

    /// <summary>Lets people log in with an account at the sandbox, on this machine; in a cluster the shop's own settings say where from.</summary>
    public static IResourceBuilder<ProjectResource> WithLoginFrom(this IResourceBuilder<ProjectResource> auth, Providers providers)
    {
        providers.OfferLogin(auth);
        return auth;
    }

    /// <summary>Gives a service its account at a provider.</summary>
    public static IResourceBuilder<ProjectResource> WithProvider(this IResourceBuilder<ProjectResource> service, Provider provider)
    {
        provider.Configure(service);
        return service;
    }
}
