using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ecommerce.GatewayService.Docs;
using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Ecommerce.GatewayService.Tests;

/// <summary>order-service and user-service are there, the others are away.</summary>
public sealed class DocsTests : IAsyncLifetime
{
    private static readonly string Orders = Document("Order", """
        "/api/v1/orders": { "get": { "operationId": "ListOrders", "summary": "One's own orders.", "tags": ["Orders"],
            "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Line" } } } } } } },
        "/internal/v1/orders": { "get": { "operationId": "Internal", "responses": {} } },
        "/api/v1/users/me": { "get": { "operationId": "NotItsOwn", "responses": {} } }
        """, """
        "Line": { "type": "object", "properties": { "price": { "$ref": "#/components/schemas/Money" }, "next": { "$ref": "#/components/schemas/Line" } } },
        "Money": { "type": "object", "properties": { "amount": { "type": "integer" } } }, "Unused": { "type": "string" }
        """);

    private static readonly string Users = Document("User", """
        "/api/v1/users/me": { "get": { "operationId": "ListOrders", "summary": "Oneself.", "tags": ["Customers"], "responses": { "200": { "description": "OK", "content": { "application/json": { "schema":
            { "type": "array", "items": { "$ref": "#/components/schemas/Line" } } } } }, "400": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Money" } } } } } } }
        """, """
        "Line": { "type": "object", "properties": { "text": { "type": "string" } } },
        "Money": { "type": "object", "properties": { "amount": { "type": "integer" } } }
        """);

    // A browser starts slowly on a busy machine.
    private const int Patience = 90_000;

    private StubService _orders = null!;
    private StubService _users = null!;
    private GatewayReplica _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _orders = await StubService.StartAsync(app =>
        {
            app.MapGet("/openapi/v1.json", () => Results.Text(Orders, "application/json"));
            app.MapGet("/api/v1/orders", (HttpContext http) => Results.Json(new { seen = http.Request.Headers.Authorization.ToString() }));
        });
        _users = await StubService.StartAsync(app => app.MapGet("/openapi/v1.json", () => Results.Text(Users, "application/json")));
        var away = new[] { "auth", "product", "cart", "payment", "notification", "discount", "shipping", "return" };
        _gateway = GatewayReplica.Start($"t{Guid.NewGuid():N}.", true,
        [
            ("services:order-service:http:0", _orders.Address.ToString()), ("services:user-service:http:0", _users.Address.ToString()),
            .. away.Select(name => ($"services:{name}-service:http:0", "http://127.0.0.1:1")),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _orders.DisposeAsync();
        await _users.DisposeAsync();
    }

    [Fact]
    public async Task One_document_has_all_that_goes_through_the_gateway_and_names_what_is_away()
    {
        var document = await (await _gateway.Anonymous().GetAsync("/docs/openapi.json")).JsonAsync();

        document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldBe(["/api/v1/users/me", "/api/v1/orders"], ignoreOrder: true);
        document.GetProperty("x-missing-services").EnumerateArray().Select(name => name.GetString()).ShouldBe(
            ["auth-service", "product-service", "cart-service", "payment-service", "notification-service", "discount-service", "shipping-service", "return-service"], ignoreOrder: true);
        document.GetProperty("info").GetProperty("description").GetString()!.ShouldContain("return-service");
        document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString().ShouldBe("bearer");
    }

    [Fact]
    public void Schemas_that_are_the_same_are_one_and_others_of_that_name_get_their_services_name()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(PlatformDocument.Of([("user-service", Parse(Users)), ("order-service", Parse(Orders))]));
        var schemas = document.GetProperty("components").GetProperty("schemas");

        schemas.EnumerateObject().Select(schema => schema.Name).ShouldBe(["Line", "Money", "OrderLine"], ignoreOrder: true);
        Target(document, "/api/v1/users/me").GetProperty("items").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/Line");
        Target(document, "/api/v1/orders").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/OrderLine");
        var line = schemas.GetProperty("OrderLine").GetProperty("properties");
        line.GetProperty("next").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/OrderLine");
        line.GetProperty("price").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/Money");
        document.GetProperty("paths").GetProperty("/api/v1/orders").GetProperty("get").GetProperty("operationId").GetString().ShouldBe("OrderListOrders");
    }

    [Fact]
    public async Task The_page_may_run_its_own_scripts_and_call_this_gateway_and_nothing_else()
    {
        var page = await _gateway.Anonymous().GetAsync("/docs");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("connect-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task In_a_browser_the_page_shows_the_platform_and_calls_an_endpoint_with_a_token()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        await page.GotoAsync(new Uri(_gateway.Address, "/docs").ToString());
        await Assertions.Expect(page.Locator(".info .title")).ToContainTextAsync("E-commerce platform");
        await Assertions.Expect(page.GetByText("/api/v1/users/me")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Not to be reached just now, so not shown:")).ToBeVisibleAsync();

        var token = TestTokens.Customer(Guid.NewGuid());
        await page.GetByRole(AriaRole.Button, new() { Name = "Authorize" }).First.ClickAsync();
        await page.GetByLabel("auth-bearer-value").FillAsync(token);
        await page.GetByLabel("Apply credentials").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.GetByText("/api/v1/orders").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        await Assertions.Expect(page.Locator(".live-responses-table tbody .response-col_status").First).ToContainTextAsync("200");
        await Assertions.Expect(page.Locator(".live-responses-table tbody")).ToContainTextAsync("Bearer");
        if (Environment.GetEnvironmentVariable("SCREENSHOT") is { Length: > 0 } file)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
        }

        complaints.ShouldBeEmpty();
    }

    private static JsonElement Target(JsonElement document, string path) => document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses")
        .GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static string Document(string title, string paths, string schemas) =>
        $$$"""{ "openapi": "3.1.1", "info": { "title": "{{{title}}}", "version": "v1" }, "paths": { {{{paths}}} }, "components": { "schemas": { {{{schemas}}} } } }""";
}
