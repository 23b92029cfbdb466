using Ecommerce.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Ecommerce.ServiceDefaults.Health;

internal static class HealthEndpoints
{
    private const string Live = "live";

    public static void AddServiceHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Live]);

    public static void MapServiceHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health", (HealthCheckService checks, IHostEnvironment environment, CancellationToken cancellationToken) =>
                AnswerAsync(checks, environment, _ => true, cancellationToken))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/alive", (HealthCheckService checks, IHostEnvironment environment, CancellationToken cancellationToken) =>
                AnswerAsync(checks, environment, check => check.Tags.Contains(Live), cancellationToken))
            .AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(
        HealthCheckService checks, IHostEnvironment environment, Func<HealthCheckRegistration, bool> which, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(which, cancellationToken);
        if (report.Status == HealthStatus.Healthy)
        {
            return Results.Json(new HealthAnswer("ok", ServiceName.Of(environment), null));
        }

        // The name of what fails, not why: the reason can hold addresses and is in the log. A degraded service still serves requests.
        var failing = report.Entries.Where(entry => entry.Value.Status == report.Status).Select(entry => entry.Key).ToArray();
        return report.Status == HealthStatus.Degraded
            ? Results.Json(new HealthAnswer("degraded", ServiceName.Of(environment), failing))
            : Results.Json(new HealthAnswer("unhealthy", ServiceName.Of(environment), failing), statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
