using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>The service that the dashboard asks for resources, their logs and commands: on this machine only, for those who know the key.</summary>
internal sealed class ResourceService(DashboardSettings settings, ResourceNotificationService notifications, ResourceLoggerService loggers, ResourceCommandService commands, IHostApplicationLifetime lifetime) : IAsyncDisposable
{
    private const string Prefix = "/aspire.v1.DashboardService/";

    private WebApplication? _app;

    internal async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(ResourceService).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, settings.ResourceServicePort, listen => listen.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync(cancellationToken).ConfigureAwait(false);
        return _app.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await _app.StopAsync(now.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _app.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        GrpcFrames.Begin(response);
        if (!MayAsk(request))
        {
            GrpcFrames.End(response, status: 16, "unauthenticated");
            return;
        }

        try
        {
            var method = request.Path.Value!.StartsWith(Prefix, StringComparison.Ordinal) ? request.Path.Value[Prefix.Length..] : "";
            switch (method)
            {
                case "GetApplicationInformation":
                    await GrpcFrames.WriteAsync(response, new Wire.ApplicationInformationResponse { ApplicationName = settings.ApplicationName }, stop.Token).ConfigureAwait(false);
                    break;
                case "WatchResources":
                    await WatchResourcesAsync(response, stop.Token).ConfigureAwait(false);
                    break;
                case "WatchResourceConsoleLogs":
                    await WatchLogsAsync(request, response, stop.Token).ConfigureAwait(false);
                    break;
                case "ExecuteResourceCommand":
                    await ExecuteAsync(request, response, stop.Token).ConfigureAwait(false);
                    break;
                case "WatchInteractions":
                    // This AppHost asks nothing; the call stays open for as long as the dashboard wants to hear that.
                    await response.Body.FlushAsync(stop.Token).ConfigureAwait(false);
                    await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(false);
                    break;
                default:
                    GrpcFrames.End(response, status: 12, "unimplemented");
                    return;
            }

            GrpcFrames.End(response);
        }
        catch (OperationCanceledException)
        {
            // One of the two is gone.
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or Google.Protobuf.InvalidProtocolBufferException)
        {
            GrpcFrames.End(response, status: 3, "invalid request");
        }
    }

    private bool MayAsk(HttpRequest request) => request.Headers["x-resource-service-api-key"] is [{ } key]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(settings.ResourceServiceApiKey));

    private async Task WatchResourcesAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        var initial = new Wire.InitialData();
        initial.Resources.AddRange(notifications.All.Select(e => e.ToWire()));
        await GrpcFrames.WriteAsync(response, new Wire.ResourcesUpdate { InitialData = initial }, cancellationToken).ConfigureAwait(false);

        // One message for all that happened while the last one was written.
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        var watching = Task.Run(async () =>
        {
            await foreach (var update in notifications.WatchAsync(cancellationToken).ConfigureAwait(false))
            {
                channel.Writer.TryWrite(update);
            }
        }, cancellationToken);
        while (await channel.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var latest = new Dictionary<string, ResourceEvent>();
            while (channel.Reader.TryRead(out var update))
            {
                latest[update.ResourceId] = update;
            }

            var changes = new Wire.Changes();
            changes.Value.AddRange(latest.Values.Select(e => new Wire.Change { Upsert = e.ToWire() }));
            await GrpcFrames.WriteAsync(response, new Wire.ResourcesUpdate { Changes = changes }, cancellationToken).ConfigureAwait(false);
        }

        await watching.ConfigureAwait(false);
    }

    private async Task WatchLogsAsync(HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        var wanted = await GrpcFrames.ReadAsync(request, Wire.LogsRequest.Parser, cancellationToken).ConfigureAwait(false);
        await foreach (var lines in loggers.WatchAsync(wanted.ResourceName, follow: !wanted.SuppressFollow, cancellationToken).ConfigureAwait(false))
        {
            foreach (var chunk in lines.Chunk(500))
            {
                var update = new Wire.LogsUpdate();
                update.LogLines.AddRange(chunk.Select(l => new Wire.LogLine { Text = l.Content, LineNumber = l.LineNumber, IsStdErr = l.IsErrorMessage }));
                await GrpcFrames.WriteAsync(response, update, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ExecuteAsync(HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        var wanted = await GrpcFrames.ReadAsync(request, Wire.CommandRequest.Parser, cancellationToken).ConfigureAwait(false);
        var result = await commands.ExecuteCommandAsync(wanted.ResourceName, wanted.CommandName, cancellationToken).ConfigureAwait(false);
        var answer = new Wire.CommandResponse { Kind = result.Success ? 1 : result.Canceled ? 3 : 2 };
        if (result.Message is { } message)
        {
            answer.Message = message;
        }

        await GrpcFrames.WriteAsync(response, answer, cancellationToken).ConfigureAwait(false);
    }
}
