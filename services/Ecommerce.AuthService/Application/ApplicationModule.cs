using Ecommerce.AuthService.Application.ApiKeys;
using Ecommerce.AuthService.Application.Links;
using Ecommerce.AuthService.Application.Mfa;
using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Application.RegisterAccount;
using Ecommerce.AuthService.Application.ExternalLogin;
using Ecommerce.AuthService.Application.GrantRoles;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Application.SigningKeys;
using Ecommerce.AuthService.Application.Staff;
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
        builder.Services.AddScoped<SecondFactor>();
        builder.Services.AddScoped<AnswerChallengeHandler>();
        builder.Services.AddScoped<MfaHandler>();
        builder.Services.AddScoped<RotateKeysHandler>();
        builder.Services.AddScoped<RoleHandler>();
        builder.Services.AddScoped<ExternalLoginHandler>();
        builder.Services.AddScoped<ApiKeyHandler>();
        builder.Services.AddSingleton<StaffAccess>();
        builder.Services.AddOptions<StaffAccessOptions>()
            .Configure<IHostEnvironment>((options, environment) => options.RequireMfaForStaff = !environment.IsDevelopment())
            .BindConfiguration(StaffAccessOptions.Section);
        builder.Services.AddOptions<MfaOptions>().BindConfiguration(MfaOptions.Section);
    }
}
