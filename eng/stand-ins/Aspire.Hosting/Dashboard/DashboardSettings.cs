using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>Where the dashboard is and what it listens on.</summary>
internal sealed class DashboardSettings
{
    /// <summary>The program; null where there is none.</summary>
    internal string? Path { get; private init; }

    /// <summary>Whether the dashboard runs.</summary>
    internal bool IsOn => Path is not null;

    /// <summary>Why it does not run, where someone might expect it to.</summary>
    internal string? WhyNot { get; private init; }

    /// <summary>The address for browsers.</summary>
    internal string Url { get; private init; } = "";

    /// <summary>Where resources send telemetry; null where no one listens.</summary>
    internal string? OtlpEndpoint { get; private init; }

    /// <summary>What resources say to be let in; null where there is no dashboard to let them in and no key is configured.</summary>
    internal string? OtlpApiKey { get; private init; }

    /// <summary>What the browser says to be let in.</summary>
    internal string BrowserToken { get; private init; } = "";

    /// <summary>What the dashboard says to the resource service.</summary>
    internal string ResourceServiceApiKey { get; } = Token();

    /// <summary>The port of the resource service; 0 takes a free one.</summary>
    internal int ResourceServicePort { get; private init; }

    /// <summary>The name that it shows.</summary>
    internal string ApplicationName { get; private init; } = "";

    /// <summary>Whether anyone gets in without a token.</summary>
    internal bool Anonymous { get; private init; }

    internal static DashboardSettings From(IConfiguration configuration, DistributedApplicationOptions options, DistributedApplicationExecutionContext execution, IHostEnvironment environment)
    {
        // A test's resources get an address even though no one listens: that is what the real package does.
        var configuredOtlp = configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] ?? configuration["DOTNET_DASHBOARD_OTLP_ENDPOINT_URL"];
        if (options.DisableDashboard || execution.IsPublishMode)
        {
            return new DashboardSettings { OtlpEndpoint = options.DisableDashboard ? configuredOtlp : null, OtlpApiKey = configuration["AppHost:OtlpApiKey"] };
        }

        var path = configuration["ASPIRE_DASHBOARD_PATH"] ?? configuration["DcpPublisher:DashboardPath"];
        if (path is null || !File.Exists(path))
        {
            return new DashboardSettings
            {
                WhyNot = path is null ? "ASPIRE_DASHBOARD_PATH is not set" : $"there is no file {path}",
            };
        }

        var url = (configuration["ASPNETCORE_URLS"] ?? "http://localhost:18888").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(u => u.Trim()).OrderBy(u => u.StartsWith("https", StringComparison.OrdinalIgnoreCase)).First();
        var service = configuration["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] ?? configuration["DOTNET_RESOURCE_SERVICE_ENDPOINT_URL"];
        return new DashboardSettings
        {
            Path = System.IO.Path.GetFullPath(path),
            Url = url.Replace("https://", "http://", StringComparison.OrdinalIgnoreCase),
            OtlpEndpoint = configuredOtlp?.Replace("https://", "http://", StringComparison.OrdinalIgnoreCase) ?? $"http://localhost:{Orchestration.Ports.Free()}",
            OtlpApiKey = configuration["AppHost:OtlpApiKey"] ?? Token(),
            BrowserToken = configuration["AppHost:BrowserToken"] ?? configuration["ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"] ?? configuration["DOTNET_DASHBOARD_FRONTEND_BROWSERTOKEN"] ?? Token(),
            ResourceServicePort = Uri.TryCreate(service, UriKind.Absolute, out var uri) ? uri.Port : 0,
            ApplicationName = configuration["AppHost:DashboardApplicationName"] ?? environment.ApplicationName,
            Anonymous = configuration.GetValue("ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", false) || configuration.GetValue("DOTNET_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS", false),
        };
    }

    private static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
