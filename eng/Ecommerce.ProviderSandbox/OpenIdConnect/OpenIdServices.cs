using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.OpenIdConnect;

internal static class OpenIdServices
{
    public static void AddOpenId(this IServiceCollection services)
    {
        services.AddSingleton<OpenIdSettings>();
        services.AddSingleton<OpenIdState>();
        services.AddSingleton<OpenIdDesk>();
        services.AddSingleton<OpenIdEndpoints>();
        services.AddSingleton<IProvider, OpenIdProvider>();
    }
}
