using System.Text;
using Yarp.ReverseProxy.Configuration;

namespace Ecommerce.GatewayBench;

/// <summary>What the gateway is compared with; each in a process of its own.</summary>
internal static class Servers
{
    private const int BodyLength = 2048;

    /// <summary>The service behind, which is also Kestrel answering from memory: the least that any answer costs.</summary>
    public static async Task<int> RunUpstreamAsync(string url)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"items":["{{new string('x', BodyLength - 14)}}"]}""");
        var app = Build(url, _ => { });
        app.Run(context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
        return 0;
    }

    /// <summary>YARP as it comes, with one route.</summary>
    public static async Task<int> RunBareYarpAsync(string url, string upstream)
    {
        var app = Build(url, services => services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "all", Match = new RouteMatch { Path = "/{**path}" } }],
            [new ClusterConfig { ClusterId = "all", Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = upstream } } }]));
        app.MapReverseProxy();
        await app.RunAsync();
        return 0;
    }

    private static WebApplication Build(string url, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        configure(builder.Services);
        return builder.Build();
    }
}
