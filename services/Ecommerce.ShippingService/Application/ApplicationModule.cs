using Ecommerce.ShippingService.Application.DispatchShipment;
using Ecommerce.ShippingService.Application.Labels;
using Ecommerce.ShippingService.Application.Rates;
using Ecommerce.ShippingService.Application.Tracking;

namespace Ecommerce.ShippingService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ShippingOrigin>().BindConfiguration(ShippingOrigin.Section);
        builder.Services.AddScoped<LabelBuyer>();
        builder.Services.AddScoped<LabelShipmentHandler>();
        builder.Services.AddScoped<ReturnLabelHandler>();
        builder.Services.AddScoped<DispatchShipmentHandler>();
        builder.Services.AddScoped<CarrierNoticeHandler>();
        builder.Services.AddSingleton<ZoneCache>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ZoneCache>());
        builder.Services.AddHostedService<TrackingWorker>();
    }
}
