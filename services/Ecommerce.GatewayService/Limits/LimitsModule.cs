namespace Ecommerce.GatewayService.Limits;

internal static class LimitsModule
{
    public static void AddLimits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitSettings>().BindConfiguration(LimitSettings.Section)
            .Validate(settings => settings.Factor > 0 && settings.Window >= TimeSpan.FromSeconds(1), "RateLimits: the factor is positive and the window at least a second.")
            .ValidateOnStart();
        builder.Services.AddSingleton<LimitPolicies>();
        builder.Services.AddSingleton<SharedPermits>();
        builder.Services.AddSingleton<Allowances>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Allowances>());
    }
}
