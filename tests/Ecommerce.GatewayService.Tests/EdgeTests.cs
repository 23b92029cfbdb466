using System.Net;
using System.Text.Json;
using Ecommerce.GatewayService.Edge;
using Ecommerce.GatewayService.Tests.Fixture;

namespace Ecommerce.GatewayService.Tests;

public sealed class EdgeTests(GatewayFixture gateway)
{
    private const string Smuggled = "GET /internal/v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    [Theory]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Smuggled)]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + Smuggled)]
    [InlineData("Content-Length: 0\r\nContent-Length: 44\r\n\r\n" + Smuggled)]
    [InlineData("Content-Length: 0, 44\r\n\r\n" + Smuggled)]
    [InlineData("Content-Length : 0\r\n\r\n" + Smuggled)]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + Smuggled)]
    [InlineData("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + Smuggled)]
    [InlineData("Transfer-Encoding:\vchunked\r\n\r\n0\r\n\r\n" + Smuggled)]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + Smuggled)]
    [InlineData("X: y\r\n Transfer-Encoding: chunked\r\n\r\n" + Smuggled)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5;\nxx\r\nhello\r\n0\r\n\r\n" + Smuggled)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nffffffffffffffff0\r\n" + Smuggled)]
    [InlineData("X: a\0b\r\nContent-Length: 0\r\n\r\n" + Smuggled)]
    public async Task A_request_with_a_doubtful_body_is_refused_and_nothing_in_it_is_a_request(string rest)
    {
        var path = $"/api/v1/payments/{Guid.NewGuid()}";
        var answer = await gateway.SendBytesAsync($"POST {path} HTTP/1.1\r\nHost: gateway\r\n" + rest);

        answer.ShouldStartWith("HTTP/1.1 400");
        Count(answer, "HTTP/1.1 ").ShouldBe(1);
        gateway.Seen.ShouldNotContain(seen => seen.Contains("smuggled"));
        gateway.Seen.Count(seen => seen == path).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_second_request_on_a_connection_is_checked_like_the_first()
    {
        var answer = await gateway.SendBytesAsync($"GET /api/v1/payments/one HTTP/1.1\r\nHost: gateway\r\n\r\n{Smuggled.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal)}");

        answer.ShouldStartWith("HTTP/1.1 200");
        answer.ShouldContain("HTTP/1.1 404");
        gateway.Seen.ShouldNotContain(seen => seen.Contains("smuggled"));
    }

    [Fact]
    public async Task Headers_that_are_too_large_or_too_many_are_refused()
    {
        (await StatusAsync($"X-Large: {new string('x', 17 << 10)}\r\n")).ShouldBe("431");
        (await StatusAsync(string.Concat(Enumerable.Range(0, 70).Select(number => $"H{number}: x\r\n")))).ShouldBe("431");
        (await gateway.SendBytesAsync($"GET /api/v1/payments/{new string('x', 9 << 10)} HTTP/1.1\r\nHost: gateway\r\n\r\n")).Split(' ')[1].ShouldBe("414");
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("CONNECT")]
    public async Task Methods_that_turn_a_request_around_are_refused(string method)
    {
        var answer = await gateway.SendBytesAsync($"{method} {(method == "CONNECT" ? "product-service:80" : "/api/v1/payments/turned")} HTTP/1.1\r\nHost: product-service:80\r\nConnection: close\r\n\r\n");

        answer.Split(' ')[1].ShouldBeOneOf("400", "404");
        gateway.Seen.ShouldNotContain("/api/v1/payments/turned");
    }

    [Fact]
    public async Task Headers_of_this_connection_and_of_other_proxies_go_no_further()
    {
        var answer = await gateway.SendBytesAsync("""
            GET /api/v1/orders/headers HTTP/1.1
            Host: gateway
            Connection: close, X-Secret, Keep-Alive, Via, Accept-Language
            Keep-Alive: 1
            TE: trailers
            Proxy-Authorization: Basic x
            Proxy: http://evil
            X-Secret: 1
            X-Anything-New: 1
            X-Forwarded-Anything: 1
            Via: 1.1 evil
            Accept-Language: de


            """.ReplaceLineEndings("\r\n"));
        var headers = JsonSerializer.Deserialize<JsonElement>(Responses.Body(answer)).GetProperty("headers").EnumerateObject().Select(header => header.Name).ToArray();
        headers.Except(["Host", "traceparent", "tracestate", "baggage", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Request-Id"], StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_providers_signature_goes_on_and_its_claims_of_the_way_do_not()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/sendgrid") { Content = new StringContent("[]") };
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", "signed");
        request.Headers.Add("X-User-Roles", "admin");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        var headers = (await (await gateway.Anonymous().SendAsync(request)).JsonAsync()).GetProperty("headers");

        headers.GetProperty("X-Twilio-Email-Event-Webhook-Signature").GetString().ShouldBe("signed");
        headers.GetProperty("X-Forwarded-For").GetString().ShouldBe("127.0.0.1");
        headers.TryGetProperty("X-User-Roles", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_may_call_and_read_what_it_needs()
    {
        var preflight = await SendAsync(HttpMethod.Options, "https://shop.example", ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,idempotency-key"));
        preflight.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        preflight.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://shop.example"]);

        var call = await SendAsync(HttpMethod.Get, "https://shop.example");
        call.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://shop.example"]);
        call.Headers.GetValues("Access-Control-Expose-Headers").Single().ShouldContain("ETag");
        call.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://shop.example.evil.example")]
    [InlineData("http://shop.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_is_told_nothing(string origin)
    {
        (await SendAsync(HttpMethod.Get, origin)).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        (await SendAsync(HttpMethod.Options, origin, ("Access-Control-Request-Method", "POST"))).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/api/v1/products/tent", true)]
    [InlineData("/api/v1/products/zelt%C3%BC?q=../..//%2f", true)]
    [InlineData("/api/v1/products/a.b...c", true)]
    [InlineData("/api/v1/products/a%20b:c;d=e,f@g", true)]
    [InlineData("/.well-known/jwks.json", true)]
    [InlineData("http://host/api/v1/products", true)]
    [InlineData("http://host", true)]
    [InlineData("*", true)]
    [InlineData("http://host//internal", false)]
    [InlineData("//internal", false)]
    [InlineData("/api//v1", false)]
    [InlineData("/api/..", false)]
    [InlineData("/api/./v1", false)]
    [InlineData("/api/..;/v1", false)]
    [InlineData("/api/%2e%2e/v1", false)]
    [InlineData("/api/.%2E/v1", false)]
    [InlineData("/api/%252e/v1", false)]
    [InlineData("/api/a%2fb", false)]
    [InlineData("/api/a%5Cb", false)]
    [InlineData("/api/a\\b", false)]
    [InlineData("/api/a%00b", false)]
    [InlineData("/api/a%0d%0ab", false)]
    [InlineData("/api/a%zz", false)]
    [InlineData("/api/a%2", false)]
    public void A_path_is_what_it_looks_like_or_refused(string target, bool isPlain) => RequestTarget.IsPlain(target).ShouldBe(isPlain);

    private async Task<string> StatusAsync(string headers) =>
        (await gateway.SendBytesAsync($"GET /api/v1/payments/1 HTTP/1.1\r\nHost: gateway\r\n{headers}Connection: close\r\n\r\n")).Split(' ')[1];

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string origin, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, "/api/v1/orders");
        request.Headers.Add("Origin", origin);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return gateway.Anonymous().SendAsync(request);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
