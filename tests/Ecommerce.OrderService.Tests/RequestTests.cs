using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ecommerce.OrderService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.OrderService.Tests;

/// <summary>How a service answers malformed requests; the rules are the same in every service.</summary>
public sealed class RequestTests(OrderServiceFixture service)
{
    [Theory]
    [InlineData("\\uFFFE")]
    [InlineData("\\uD800")]
    [InlineData("\\u0000")]
    public async Task A_text_that_cannot_be_normalized_is_refused_with_the_field(string text)
    {
        using var request = Order($$$"""{"cartId":"{{{Guid.NewGuid()}}}","shippingAddress":{"name":"Ada {{{text}}}"}}""");

        using var response = await service.Anonymous().SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe(text == "\\uD800" ? "request.malformed" : "text.malformed");
        problem.GetProperty("errors").TryGetProperty("shippingAddress.name", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/v1/orders/search?number=%EF%BF%BE")]
    [InlineData("/api/v1/orders/search?number=%1B")]
    [InlineData("/api/v1/orders/search?%EF%B7%90=1")]
    public async Task A_query_that_cannot_be_normalized_is_refused_for_everybody(string address)
    {
        foreach (var caller in new[] { service.Anonymous(), service.With(TestTokens.Staff("support")) })
        {
            using var response = await caller.GetAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.CodeAsync()).ShouldBe("text.malformed");
        }
    }

    [Fact]
    public async Task A_charset_that_nobody_knows_is_refused()
    {
        using var request = Order("{}");
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=bogus");

        using var response = await service.Anonymous().SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.CodeAsync()).ShouldBe("request.unsupported_media_type");
    }

    [Theory]
    [InlineData("/api/v1/orders", HttpStatusCode.Unauthorized, "auth.required")]
    [InlineData("/api/v1/orders/not-an-id", HttpStatusCode.NotFound, "route.not_found")]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "route.not_found")]
    [InlineData("/api/v1/orders/search?number=%1B", HttpStatusCode.BadRequest, "text.malformed")]
    public async Task A_browser_gets_problem_details_as_well(string address, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/html" } } };

        using var response = await service.Anonymous().SendAsync(request);

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_the_body()
    {
        foreach (var (path, caller) in new[] { ("/health", service.Anonymous()), ("/api/v1/orders", service.With(TestTokens.Customer(Guid.NewGuid()))) })
        {
            using var got = await caller.GetAsync(path);
            using var response = await caller.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentType.ShouldBe(got.Content.Headers.ContentType);
            (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        }

        (await service.Anonymous().SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/orders"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task OPTIONS_and_a_method_that_is_not_there_say_which_methods_there_are()
    {
        using var options = await service.Anonymous().SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/v1/orders"));
        options.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        options.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "OPTIONS", "POST"], ignoreOrder: true);

        using var none = await service.Anonymous().DeleteAsync("/api/v1/orders");
        none.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await none.CodeAsync()).ShouldBe("route.method_not_allowed");
        none.Content.Headers.Allow.ShouldContain("POST");
    }

    [Theory]
    [InlineData("ada@example.com ")]
    [InlineData("a b@c")]
    [InlineData("<ada@example.com>")]
    public async Task An_address_that_no_mail_reaches_is_refused_before_anything_is_ordered(string email)
    {
        var scenario = service.Others.Add(new Scenario());

        using var response = await service.Anonymous().PlaceOrderAsync(scenario, email: email);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.JsonAsync()).GetProperty("errors").TryGetProperty("email", out _).ShouldBeTrue();
        scenario.Paid.ShouldBeEmpty();
    }

    [Fact]
    public async Task Blanks_and_the_case_of_codes_in_an_address_do_not_matter()
    {
        var address = new { name = " Ada ", line1 = "1 Main St", city = "Oakland", region = "ca", postalCode = "94601 ", country = "us" };

        using var response = await service.Anonymous().PlaceOrderAsync(service.Others.Add(new Scenario()), address: address);

        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        var kept = (await response.JsonAsync()).GetProperty("shippingAddress");
        var seen = new[] { "name", "region", "postalCode", "country" }.Select(part => kept.GetProperty(part).GetString());
        seen.ShouldBe(["Ada", "CA", "94601", "US"]);
    }

    [Theory]
    [InlineData("UK")]
    [InlineData("EL")]
    [InlineData("ZZ")]
    public async Task A_country_that_there_is_not_is_refused(string country)
    {
        var address = new { name = "Ada", line1 = "1 Main St", city = "Oakland", country };

        using var response = await service.Anonymous().PlaceOrderAsync(service.Others.Add(new Scenario()), address: address);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.JsonAsync()).GetProperty("errors").TryGetProperty("shippingAddress.country", out _).ShouldBeTrue();
    }

    private static HttpRequestMessage Order(string body) => new(HttpMethod.Post, "/api/v1/orders")
    {
        Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() }, { "Cart-Token", "secret" } },
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };
}
