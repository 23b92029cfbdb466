using Ecommerce.ProviderSandbox.Control;
using Ecommerce.ProviderSandbox.Control.Faults;
using Ecommerce.ProviderSandbox.OpenIdConnect;
using Ecommerce.ProviderSandbox.SendGrid;
using Ecommerce.ProviderSandbox.Shippo;
using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Hosting;

internal static class SandboxHost
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Above the 30 MB that a mail may have, so that the refusal is the provider's own.
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
        });
        AddShared(builder.Services);
        builder.Services.AddStripe();
        builder.Services.AddSendGrid();
        builder.Services.AddShippo();
        builder.Services.AddOpenId();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseMiddleware<FaultMiddleware>();
        foreach (var provider in app.Services.GetServices<IProvider>())
        {
            provider.Map(app);
        }

        app.MapControl();
        app.MapHealth();
        return app;
    }

    private static void AddShared(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SandboxLimits>();
        services.AddSingleton<FaultRules>();
        services.AddSingleton<DueQueue>();
        services.AddSingleton<WebhookSettings>();
        services.AddSingleton<WebhookLog>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
        services.AddSingleton<ControlApi>();
    }
}
