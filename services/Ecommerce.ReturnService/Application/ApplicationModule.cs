using Ecommerce.ReturnService.Application.DecideReturn;
using Ecommerce.ReturnService.Application.InspectReturn;
using Ecommerce.ReturnService.Application.ReceiveReturn;
using Ecommerce.ReturnService.Application.RequestReturn;

namespace Ecommerce.ReturnService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<RequestReturnHandler>();
        builder.Services.AddScoped<ApproveReturnHandler>();
        builder.Services.AddScoped<CloseReturnHandler>();
        builder.Services.AddScoped<ReceiveReturnHandler>();
        builder.Services.AddScoped<InspectReturnHandler>();
    }
}
