using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Ecommerce.StandIns.Hosting.Tests;

/// <summary>What the AppHost serves to a dashboard, asked with a client of the tests' own; a script that tells its environment takes the dashboard's place.</summary>
public sealed class DashboardTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-");

    [Fact]
    public async Task The_dashboard_is_told_where_to_ask_and_with_which_key()
    {
        await using var builder = await WithDashboardAsync();
        await using var app = await builder.StartedAsync();

        var told = await ToldAsync();

        told["ASPNETCORE_URLS"].ShouldBe("http://localhost:1");
        told["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"].ShouldStartWith("http://127.0.0.1:");
        told["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"].ShouldBe("ApiKey");
        told["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"].ShouldNotBeEmpty();
        told["DASHBOARD__FRONTEND__AUTHMODE"].ShouldBe("BrowserToken");
        told["DASHBOARD__FRONTEND__BROWSERTOKEN"].ShouldNotBeEmpty();
        var injected = await app.EnvironmentOfAsync("first-service");
        injected["OTEL_EXPORTER_OTLP_ENDPOINT"].ShouldBe(told["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"]);
        injected["OTEL_EXPORTER_OTLP_HEADERS"].ShouldBe($"x-otlp-api-key={told["DASHBOARD__OTLP__PRIMARYAPIKEY"]}");
    }

    [Fact]
    public async Task It_serves_resources_logs_and_commands_to_those_who_know_the_key()
    {
        await using var builder = await WithDashboardAsync();
        await using var app = await builder.StartedAsync();
        var second = await app.ResourceNotifications.WaitForResourceHealthyAsync("second-service", Application.InTime);
        using var client = Client(await ToldAsync());

        (await FirstMessageAsync(client, "GetApplicationInformation", [])).ShouldContain("StandIns");
        var resources = await FirstMessageAsync(client, "WatchResources", []);
        resources.ShouldContain(second.ResourceId);
        resources.ShouldContain("Running");
        resources.ShouldContain("restart");
        (await FirstMessageAsync(client, "WatchResourceConsoleLogs", Field(1, second.ResourceId))).ShouldContain("Waiting for resource 'first-service'");

        await FirstMessageAsync(client, "ExecuteResourceCommand", [.. Field(1, "stop"), .. Field(2, second.ResourceId)]);
        await app.ResourceNotifications.WaitForResourceAsync("second-service", KnownResourceStates.Finished, Application.InTime);
    }

    [Fact]
    public async Task It_refuses_those_who_do_not()
    {
        await using var builder = await WithDashboardAsync();
        await using var app = await builder.StartedAsync();
        var told = await ToldAsync();
        told["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = "guessed";
        using var client = Client(told);

        using var response = await AskAsync(client, "WatchResources", []);
        (await response.Content.ReadAsByteArrayAsync(Application.InTime)).ShouldBeEmpty();

        response.TrailingHeaders.GetValues("grpc-status").ShouldBe(["16"]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<IDistributedApplicationTestingBuilder> WithDashboardAsync()
    {
        var script = Path.Combine(_folder.FullName, "dashboard");
        File.WriteAllText(script, $"#!/bin/sh\nenv > {_folder.FullName}/env.tmp\nmv {_folder.FullName}/env.tmp {_folder.FullName}/env\nexec sleep 1000\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return DistributedApplicationTestingBuilder.CreateAsync<Projects.StandIns_AppHost>(
            ["--Parameters:api-key=k", "--ConnectionStrings:legacy=x", $"--ASPIRE_DASHBOARD_PATH={script}", "--ASPNETCORE_URLS=http://localhost:1"],
            (options, _) => options.DisableDashboard = false, Application.InTime);
    }

    private async Task<Dictionary<string, string>> ToldAsync()
    {
        var file = Path.Combine(_folder.FullName, "env");
        await Application.UntilAsync(() => File.Exists(file), "the dashboard runs");
        return (await File.ReadAllLinesAsync(file, Application.InTime)).Select(l => l.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
    }

    private static HttpClient Client(Dictionary<string, string> told)
    {
        var client = new HttpClient
        {
            BaseAddress = new Uri(told["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"]), DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        client.DefaultRequestHeaders.Add("x-resource-service-api-key", told["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"]);
        return client;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string method, byte[] message)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/aspire.v1.DashboardService/{method}")
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new ByteArrayContent(frame) { Headers = { ContentType = new("application/grpc") } },
        };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Application.InTime);
    }

    /// <summary>The first message of an answer, as far as it is text.</summary>
    private static async Task<string> FirstMessageAsync(HttpClient client, string method, byte[] message)
    {
        using var response = await AskAsync(client, method, message);
        await using var stream = await response.Content.ReadAsStreamAsync(Application.InTime);
        var head = new byte[5];
        await stream.ReadExactlyAsync(head, Application.InTime);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1))];
        await stream.ReadExactlyAsync(body, Application.InTime);
        return Encoding.UTF8.GetString(body);
    }

    private static byte[] Field(int number, string text) => [(byte)((number << 3) | 2), (byte)Encoding.UTF8.GetByteCount(text), .. Encoding.UTF8.GetBytes(text)];
}
