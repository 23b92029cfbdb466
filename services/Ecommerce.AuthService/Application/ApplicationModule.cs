using Ecommerce.AuthService.Application.Links;
using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Application.RegisterAccount;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Application.VerifyEmail;

namespace Ecommerce.AuthService.Application;

internal static class ApplicationModule
{
    public static void AddApplication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<AuditLog>();
        builder.Services.AddScoped<RegisterAccountHandler>();
        builder.Services.AddScoped<VerifyEmailHandler>();
        builder.Services.AddScoped<AskForLinkHandler>();
        builder.Services.AddScoped<AccountProof>();
        builder.Services.AddScoped<ChangePasswordHandler>();
        builder.Services.AddScoped<ResetPasswordHandler>();
        builder.Services.AddScoped<SessionStarter>();
        builder.Services.AddScoped<LogInHandler>();
        builder.Services.AddScoped<RefreshHandler>();
        builder.Services.AddScoped<LogOutHandler>();
        builder.Services.AddScoped<StepUpHandler>();
        builder.Services.AddScoped<DeviceHandler>();
    }
}
