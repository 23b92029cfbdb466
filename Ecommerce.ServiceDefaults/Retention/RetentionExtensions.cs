using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ecommerce.ServiceDefaults.Retention;

/// <summary>Has a service forget.</summary>
public static class RetentionExtensions
{
    /// <summary>Deletes old rows in the background, in any number of replicas.</summary>
    /// <typeparam name="TContext">The service's context.</typeparam>
    /// <typeparam name="TRules">What is kept for how long.</typeparam>
    public static void AddRetention<TContext, TRules>(this IHostApplicationBuilder builder)
        where TContext : DbContext
        where TRules : class, IRetentionRules
    {
        builder.Services.AddOptions<RetentionSettings>().BindConfiguration(RetentionSettings.Section)
            .Validate(settings => settings.IsPossible, "Retention:CheckEvery and Retention:BatchSize are positive.").ValidateOnStart();
        builder.Services.AddSingleton<IRetentionRules, TRules>();
        builder.Services.AddHostedService<RetentionWorker<TContext>>();
    }
}
