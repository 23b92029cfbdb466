using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.SendGrid;

internal static class SendGridServices
{
    public static void AddSendGrid(this IServiceCollection services)
    {
        services.AddSingleton<SendGridSettings>();
        services.AddSingleton(provider => new BoundedStore<SentMail>(
            provider.GetRequiredService<SandboxLimits>().Mails, mail => mail.Id, _ => true));
        services.AddSingleton<MailEvents>();
        services.AddSingleton<MailSend>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<IProvider, SendGridProvider>();
    }
}
