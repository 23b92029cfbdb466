using System.Net;
using System.Text.Json;
using Ecommerce.GatewayService.Tests.Fixture;

namespace Ecommerce.GatewayService.Tests;

public sealed class RoutingTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("/.well-known/jwks.json", "auth-service")]
    [InlineData("/api/v1/auth/login", "auth-service")]
    [InlineData("/api/v1/users/me", "user-service")]
    [InlineData("/api/v1/products?q=tent%20%26%20stove", "product-service")]
    [InlineData("/API/V1/PRODUCTS", "product-service")]
    [InlineData("/api/v1/categories", "product-service")]
    [InlineData("/api/v1/inventory/TENT-1", "product-service")]
    [InlineData("/api/v1/stock-locations/main", "product-service")]
    [InlineData("/api/v1/images/0123.webp", "product-service")]
    [InlineData("/api/v1/reviews/mine", "product-service")]
    [InlineData("/api/v1/carts/1/lines", "cart-service")]
    [InlineData("/api/v1/orders", "order-service")]
    [InlineData("/api/v1/payments/1", "payment-service")]
    [InlineData("/api/v1/notifications", "notification-service")]
    [InlineData("/api/v1/promotions", "discount-service")]
    [InlineData("/api/v1/customer-groups", "discount-service")]
    [InlineData("/api/v1/shipping/options", "shipping-service")]
    [InlineData("/api/v1/shipments/1", "shipping-service")]
    [InlineData("/webhooks/stripe", "payment-service")]
    [InlineData("/webhooks/sendgrid", "notification-service")]
    [InlineData("/webhooks/shippo", "shipping-service")]
    public async Task Each_path_reaches_its_service_unchanged(string path, string service)
    {
        var answer = await (await gateway.Anonymous().GetAsync(path)).JsonAsync();

        answer.GetProperty("service").GetString().ShouldBe(service);
        gateway.Seen.ShouldContain(path);
    }

    [Theory]
    [InlineData("/internal/v1/token")]
    [InlineData("//internal/v1/token")]
    [InlineData("/INTERNAL/v1/token")]
    [InlineData("/internal")]
    [InlineData("/./internal/v1/token")]
    [InlineData("/%69nternal/v1/token")]
    [InlineData("/api/v1/../../internal/v1/token")]
    [InlineData("/api/v1/products/../../../internal/v1/token")]
    [InlineData("/api/v1/products/%2e%2e/%2e%2e/%2e%2e/internal/v1/token")]
    [InlineData("/api/v1/products/.%2e/%2E./../internal/v1/token")]
    [InlineData("/api/v1/products/..%2f..%2f..%2finternal/v1/token")]
    [InlineData("/api/v1/products/..%5c..%5c..%5cinternal/v1/token")]
    [InlineData("/api/v1/products/%252e%252e/%252e%252e/%252e%252e/internal/v1/token")]
    [InlineData("/api/v1/products/..;/..;/..;/internal/v1/token")]
    [InlineData("/api/v1/products\\..\\..\\..\\internal\\v1\\token")]
    [InlineData("http://product-service/internal/v1/token")]
    [InlineData("/webhooks/stripe/../../internal/v1/token")]
    public async Task No_trick_reaches_an_internal_path(string target)
    {
        var response = await gateway.SendRawAsync(target);
        var status = response.Split(' ')[1];

        // What is passed on stays below the public path, as the service behind it reads it.
        if (status == "200")
        {
            JsonSerializer.Deserialize<JsonElement>(Responses.Body(response)).GetProperty("path").GetString()!.ShouldStartWith("/api/v1/products/");
        }
        else
        {
            status.ShouldBeOneOf("404", "400");
        }

        gateway.Seen.ShouldNotContain(seen => seen.StartsWith("/internal", StringComparison.OrdinalIgnoreCase) || seen.StartsWith("//"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/internal/v1/reservations")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/products")]
    [InlineData("/webhooks/unheard-of")]
    [InlineData("/robots.txt")]
    public async Task What_is_not_there_is_a_problem_document_with_the_headers_of_every_answer(string path)
    {
        var response = await gateway.Anonymous().GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        response.Headers.GetValues("X-Request-Id").Single().ShouldNotBeNullOrEmpty();
        (await response.CodeAsync()).ShouldBe("route.not_found");
    }

    [Fact]
    public async Task A_service_that_is_away_is_a_503_that_says_when_to_come_back()
    {
        var response = await gateway.Anonymous().GetAsync("/api/v1/returns");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
        (await response.CodeAsync()).ShouldBe("dependency.unavailable");
    }

    [Fact]
    public async Task A_stream_arrives_while_it_is_written()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var response = await gateway.Anonymous().GetAsync("/api/v1/orders/live", HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(timeout.Token));

        // The service goes on only when the first part has arrived.
        (await reader.ReadLineAsync(timeout.Token)).ShouldBe("data: one");
        gateway.StreamGoesOn.SetResult();
        (await reader.ReadToEndAsync(timeout.Token)).ShouldContain("data: two");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_a_mebibyte_passes_and_a_byte_more_is_too_much(bool chunked)
    {
        // The marks between chunks count too.
        var length = (1 << 20) - (chunked ? 4096 : 0);
        var fits = await PostAsync(length, chunked);
        fits.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await fits.JsonAsync()).GetProperty("length").GetInt64().ShouldBe(length);

        var refused = await PostAsync((1 << 20) + 1, chunked);
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await refused.CodeAsync()).ShouldBe("request.too_large");
    }

    private Task<HttpResponseMessage> PostAsync(int length, bool chunked)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/payments") { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.TransferEncodingChunked = chunked;
        return gateway.Anonymous().SendAsync(request);
    }
}
