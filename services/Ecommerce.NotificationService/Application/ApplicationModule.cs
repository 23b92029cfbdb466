using System.Net.Mail;
using Ecommerce.NotificationService.Application.Compose;
using Ecommerce.NotificationService.Application.Send;

namespace Ecommerce.NotificationService.Application;

internal static class ApplicationModule
{
    private const int LongestAddress = 254;

    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<NotificationOptions>().BindConfiguration(NotificationOptions.Section)
            .Validate(
                options => options.StaffRecipients.All(address => address.Length <= LongestAddress && MailAddress.TryCreate(address, out _)),
                $"{NotificationOptions.Section}:StaffRecipients holds what is no email address.")
            .ValidateOnStart();
        builder.Services.AddSingleton<StaffMailbox>();
        builder.Services.AddScoped<Composer>();
        builder.Services.AddScoped<MailRenderer>();
        builder.Services.AddSingleton<SendSignal>();
        builder.Services.AddHostedService<SendWorker>();
    }
}
