using Ecommerce.NotificationService.Application.Compose;
using Ecommerce.NotificationService.Application.Send;

namespace Ecommerce.NotificationService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Composer>();
        builder.Services.AddScoped<MailRenderer>();
        builder.Services.AddSingleton<SendSignal>();
        builder.Services.AddHostedService<SendWorker>();
    }
}
