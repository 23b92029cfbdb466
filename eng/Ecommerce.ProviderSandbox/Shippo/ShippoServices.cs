using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.Shippo;

internal static class ShippoServices
{
    public static void AddShippo(this IServiceCollection services)
    {
        services.AddSingleton<ShippoSettings>();
        services.AddSingleton<ShippoState>();
        services.AddSingleton<ShippoGate>();
        services.AddSingleton<ShippoWebhooks>();
        services.AddSingleton<ShippoTracking>();
        services.AddSingleton<ShippoShipments>();
        services.AddSingleton<ShippoLabels>();
        services.AddSingleton<ShippoTracks>();
        services.AddSingleton<IProvider, ShippoProvider>();
    }
}
