using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;

namespace Ecommerce.StandIns.Client.Tests.Http;

public sealed class ServiceDiscoveryTests
{
    [Theory]
    [InlineData("https+http://orders", "http://10.0.0.1:80/")]
    [InlineData("http://orders", "http://10.0.0.1:80/")]
    [InlineData("https+http://catalog", "https://10.0.0.2:443/")]
    [InlineData("http://_admin.orders", "http://10.0.0.3:9000/")]
    [InlineData("http://nobody:8080", "nobody:8080")]
    [InlineData("https://orders", "orders:443")]
    public async Task A_name_resolves_by_configuration_or_passes_through(string name, string expected)
    {
        await using var services = Services(new()
        {
            ["services:orders:http:0"] = "http://10.0.0.1:80",
            ["services:orders:admin:0"] = "http://10.0.0.3:9000",
            ["services:catalog:http:0"] = "http://10.0.0.1:80",
            ["services:catalog:https:0"] = "https://10.0.0.2:443",
        });

        var found = await services.GetRequiredService<ServiceEndpointResolver>().GetEndpointsAsync(name, TestContext.Current.CancellationToken);

        new Uri(Scheme(found.Endpoints.Single().ToString()!)).ShouldBe(new Uri(Scheme(expected)));
    }

    [Fact]
    public async Task Requests_go_to_the_endpoints_in_turn_and_keep_path_and_query()
    {
        await using var one = await TestServer.StartAsync(app => app.MapGet("/x", (HttpRequest request) => "one" + request.QueryString));
        await using var two = await TestServer.StartAsync(app => app.MapGet("/x", (HttpRequest request) => "two" + request.QueryString));
        await using var services = Services(new() { ["services:orders:http:0"] = one.Url, ["services:orders:http:1"] = two.Url });
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("test");

        var answers = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add(await client.GetStringAsync("https+http://orders/x?q=1", TestContext.Current.CancellationToken));
        }

        answers.ShouldBe(["two?q=1", "one?q=1", "two?q=1", "one?q=1"]);
    }

    [Fact]
    public async Task A_change_of_configuration_is_followed()
    {
        await using var one = await TestServer.StartAsync(app => app.MapGet("/", () => "one"));
        await using var two = await TestServer.StartAsync(app => app.MapGet("/", () => "two"));
        await using var services = Services(new() { ["services:orders:http:0"] = one.Url });
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("test");
        (await client.GetStringAsync("http://orders", TestContext.Current.CancellationToken)).ShouldBe("one");

        var configuration = (IConfigurationRoot)services.GetRequiredService<IConfiguration>();
        configuration["services:orders:http:0"] = two.Url;
        configuration.Reload();

        (await client.GetStringAsync("http://orders", TestContext.Current.CancellationToken)).ShouldBe("two");
    }

    [Fact]
    public async Task The_reverse_proxy_finds_a_service_by_its_name()
    {
        await using var target = await TestServer.StartAsync(app => app.MapGet("/api/x", (HttpRequest request) => "from the service " + request.QueryString));
        await using var proxy = await TestServer.StartAsync(
            app => app.MapReverseProxy(),
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["services:orders:http:0"] = target.Url });
                builder.Services.AddServiceDiscovery();
                builder.Services.AddReverseProxy()
                    .LoadFromMemory(
                        [new RouteConfig { RouteId = "r", ClusterId = "c", Match = new RouteMatch { Path = "/api/{**rest}" } }],
                        [new ClusterConfig
                        {
                            ClusterId = "c",
                            SessionAffinity = new SessionAffinityConfig { Enabled = true, Policy = "HashCookie", AffinityKeyName = "k" },
                            Destinations = new Dictionary<string, DestinationConfig> { ["d"] = new() { Address = "https+http://orders" } },
                        }])
                    .AddServiceDiscoveryDestinationResolver();
            });
        using var client = new HttpClient();

        using var response = await client.GetAsync(proxy.Url + "/api/x?q=1", TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("from the service ?q=1");
        response.Headers.GetValues("Set-Cookie").Single().ShouldStartWith("k=");
    }

    private static string Scheme(string address) => address.Contains("://", StringComparison.Ordinal) ? address : "dns://" + address;

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddServiceDiscovery();
        services.AddHttpClient("test").AddServiceDiscovery();
        return services.BuildServiceProvider();
    }
}
