using Ecommerce.AuthService.Application.RegisterAccount;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Application.VerifyEmail;

namespace Ecommerce.AuthService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<RegisterAccountHandler>();
        builder.Services.AddScoped<VerifyEmailHandler>();
        builder.Services.AddScoped<LogInHandler>();
        builder.Services.AddScoped<RefreshHandler>();
        builder.Services.AddScoped<LogOutHandler>();
    }
}
