using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Runs the dashboard and the service that it asks for resources.</summary>
internal sealed class DashboardHost(
    DashboardSettings settings, ProcessGroups groups, ResourceNotificationService notifications, ResourceLoggerService loggers,
    ResourceCommandService commands, IHostApplicationLifetime lifetime, IHttpClientFactory clients, ILogger<DistributedApplication> logger)
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<string> _lastLines = [];
    private ResourceService? _service;
    private Process? _process;
    private Task _watch = Task.CompletedTask;

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOn)
        {
            return;
        }

        _service = new ResourceService(settings, notifications, loggers, commands, lifetime);
        var address = await _service.StartAsync(cancellationToken).ConfigureAwait(false);
        _process = groups.Start(StartInfo(address));
        _process.StandardInput.Close();
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // The resources need not wait for the dashboard; it shows what happened before it was there.
        _watch = WatchAsync(_process, _stop.Token);
    }

    internal async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_process is { HasExited: false } process)
        {
            await ProcessGroups.StopAsync(process, TimeSpan.FromSeconds(5)).ConfigureAwait(false);
            groups.Forget(process.Id);
        }

        await _watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_service is not null)
        {
            await _service.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ProcessStartInfo StartInfo(string resourceService)
    {
        var path = settings.Path!;
        var isLibrary = Path.GetExtension(path) is ".dll";
        var start = new ProcessStartInfo(isLibrary ? LaunchPlan.DotNet() : path)
        {
            WorkingDirectory = Path.GetDirectoryName(path), RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        if (isLibrary)
        {
            start.ArgumentList.Add(path);
        }
        else if (Path.GetFileNameWithoutExtension(path) is "aspire-managed")
        {
            // The program of the CLI's bundle does several things; this is the one that is wanted.
            start.ArgumentList.Add("dashboard");
        }

        // Not the AppHost's own launch profile.
        start.Environment.Remove("DOTNET_LAUNCH_PROFILE");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = settings.Url;
        start.Environment["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
        start.Environment["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = settings.OtlpEndpoint;
        start.Environment["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = resourceService;
        start.Environment["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey";
        start.Environment["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = settings.ResourceServiceApiKey;
        start.Environment["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey";
        start.Environment["DASHBOARD__OTLP__PRIMARYAPIKEY"] = settings.OtlpApiKey;
        start.Environment["DASHBOARD__API__AUTHMODE"] = "ApiKey";
        start.Environment["DASHBOARD__API__PRIMARYAPIKEY"] = settings.OtlpApiKey;
        start.Environment["DASHBOARD__FRONTEND__AUTHMODE"] = settings.Anonymous ? "Unsecured" : "BrowserToken";
        start.Environment["DASHBOARD__FRONTEND__BROWSERTOKEN"] = settings.BrowserToken;
        return start;
    }

    private async Task WatchAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            var client = clients.CreateClient("aspire-health");
            while (!process.HasExited)
            {
                try
                {
                    using var response = await client.GetAsync(new Uri(new Uri(settings.Url), "/login"), cancellationToken).ConfigureAwait(false);
                    break;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(200, cancellationToken).ConfigureAwait(false);
                }
            }

            if (!process.HasExited)
            {
                logger.LogInformation("Now listening on: {DashboardUrl}", settings.Url.TrimEnd('/'));
                if (!settings.Anonymous)
                {
                    logger.LogInformation("Login to the dashboard at {DashboardLoginUrl}", $"{settings.Url.TrimEnd('/')}/login?t={settings.BrowserToken}");
                }
            }

            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            groups.Forget(process.Id);
            string[] lines;
            lock (_lastLines)
            {
                lines = [.. _lastLines];
            }

            logger.LogError("The dashboard ended with exit code {Code}; the application runs on without it.{NewLine}{Lines}", process.ExitCode, Environment.NewLine, string.Join(Environment.NewLine, lines));
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
    }

    private void Keep(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is not { } line)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 20)
            {
                _lastLines.Dequeue();
            }
        }
    }
}
