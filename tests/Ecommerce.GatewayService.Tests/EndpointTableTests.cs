using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.GatewayService.Tests;

/// <summary>The gateway's own endpoints are for everybody, and of the rest none is for anybody: what a service lets whom do is its own to say.</summary>
public sealed class EndpointTableTests(GatewayFixture gateway)
{
    public static TheoryData<string, string, int> Table
    {
        get
        {
            var table = new TheoryData<string, string, int>();
            foreach (var caller in Callers.Keys)
            {
                foreach (var (path, status) in new[]
                {
                    ("/health", 200), ("/alive", 200), ("/metrics", 200), ("/openapi/v1.json", 200), ("/docs", 200), ("/docs/openapi.json", 200), ("/docs/nothing", 404),
                    ("/internal/v1/token", 404), ("/internal/v1/messaging/dead-letters", 404), ("/api/v1/nothing", 404), ("/", 404), ("/api/v1/orders", 200), ("/api/v1/products", 200),
                })
                {
                    table.Add(caller, path, status);
                }
            }

            return table;
        }
    }

    private static readonly Dictionary<string, Func<string?>> Callers = new()
    {
        ["anonymous"] = () => null,
        ["customer"] = () => TestTokens.Customer(Guid.NewGuid()),
        ["other customer"] = () => TestTokens.Customer(Guid.NewGuid(), "bob@example.com"),
        ["support"] = () => TestTokens.Staff("support"),
        ["merchandiser"] = () => TestTokens.Staff("merchandiser"),
        ["admin"] = () => TestTokens.Staff("admin"),
        ["service"] = () => TestTokens.Service(),
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_endpoint_answers_each_caller_as_the_table_says(string caller, string path, int status)
    {
        var token = Callers[caller]();
        var response = await (token is null ? gateway.Anonymous() : gateway.With(token)).GetAsync(path);

        ((int)response.StatusCode).ShouldBe(status);
        response.Headers.Contains("X-Request-Id").ShouldBeTrue();
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }
}
