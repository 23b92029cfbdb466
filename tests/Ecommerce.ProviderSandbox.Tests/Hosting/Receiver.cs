using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Ecommerce.ProviderSandbox.Tests.Hosting;

/// <summary>Takes webhooks, and can be told to refuse the next ones.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> received = new();
    private int refusals;

    private Receiver(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public IReadOnlyList<Received> All => [.. received];

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver.app.MapPost("/{**path}", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public void RefuseNext(int count) => Interlocked.Exchange(ref refusals, count);

    public IReadOnlyList<Received> On(string path) => [.. received.Where(item => item.Path.StartsWith(path, StringComparison.Ordinal))];

    public IReadOnlyList<string> StripeTypes() => [.. On("/stripe").Select(item => item.Type)];

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        received.Enqueue(new(
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()));
        context.Response.StatusCode = Interlocked.Decrement(ref refusals) >= 0 ? 503 : 200;
    }
}
