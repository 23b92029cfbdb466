using System.Net;
using System.Threading.Channels;
using Ecommerce.GatewayService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ecommerce.GatewayService.Tests;

/// <summary>A service that tells of each part of a body when it comes, and sends a part of its own when told to.</summary>
public sealed class StreamTests : IAsyncLifetime
{
    private const int Part = 64 << 10;
    private const int WritersBuffer = 4 << 10;
    private readonly Channel<int> _received = Channel.CreateUnbounded<int>();
    private readonly SemaphoreSlim _send = new(0);
    private StubService _service = null!;
    private GatewayReplica _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await StubService.StartAsync(app => app.Map("/{**path}", async (HttpContext http) =>
        {
            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
            if (HttpMethods.IsPost(http.Request.Method))
            {
                var buffer = new byte[Part];
                var total = 0;
                int read;
                while ((read = await http.Request.Body.ReadAsync(buffer)) > 0)
                {
                    _received.Writer.TryWrite(total += read);
                }

                await http.Response.WriteAsync($"{total}");
                return;
            }

            for (var part = 0; part < 4; part++)
            {
                await _send.WaitAsync(http.RequestAborted);
                await http.Response.Body.WriteAsync(new byte[Part]);
                await http.Response.Body.FlushAsync();
            }
        }));
        _gateway = GatewayReplica.Start($"t{Guid.NewGuid():N}.", true, ("services:product-service:http:0", _service.Address.ToString()), ("services:order-service:http:0", _service.Address.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_download_arrives_while_it_is_sent()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        _send.Release();
        using var response = await _gateway.Anonymous().GetAsync("/api/v1/orders/export", HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        await using var body = await response.Content.ReadAsStreamAsync(timeout.Token);
        var part = new byte[Part];
        for (var i = 0; i < 4; i++)
        {
            // The next one is sent only when this one is here.
            await body.ReadExactlyAsync(part, timeout.Token);
            _send.Release();
        }

        (await body.ReadAsync(part, timeout.Token)).ShouldBe(0);
    }

    [Fact]
    public async Task An_upload_arrives_while_it_is_sent()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var content = new PushedContent(4, Part);
        using var client = new HttpClient { BaseAddress = _gateway.Address }; // The test host's own client would gather the body first.
        var sent = client.PostAsync("/api/v1/products/1/images", content, timeout.Token);
        for (var i = 1; i <= 4; i++)
        {
            // The next part is sent only when the service has this one, but for what the socket's writer holds back.
            content.Push();
            while (await _received.Reader.ReadAsync(timeout.Token) < (i * Part) - WritersBuffer)
            {
            }
        }

        (await (await sent).Content.ReadAsStringAsync()).ShouldBe($"{4 * Part}");
    }

    [Theory]
    [InlineData("/api/v1/products/1/images", 10 << 20)]
    [InlineData("/api/v1/catalogue/imports", 256 << 20)]
    [InlineData("/api/v1/products", 1 << 20)]
    [InlineData("/api/v1/orders", 1 << 20)]
    public async Task A_body_may_be_as_large_as_its_route_says_and_not_a_byte_more(string path, int most)
    {
        var fits = await _gateway.Anonymous().PostAsync(path, new ByteArrayContent(new byte[most]));
        (await fits.Content.ReadAsStringAsync()).ShouldBe($"{most}");

        HttpStatusCode? status;
        try
        {
            var tooLarge = await _gateway.Anonymous().PostAsync(path, new ByteArrayContent(new byte[most + 1]));
            status = tooLarge.StatusCode;
            (await tooLarge.CodeAsync()).ShouldBe("request.too_large");
        }
        catch (HttpRequestException)
        {
            // The answer came while the body was still under way, and the connection ended.
            status = HttpStatusCode.RequestEntityTooLarge;
        }

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private sealed class PushedContent(int parts, int length) : HttpContent
    {
        private readonly SemaphoreSlim _push = new(0);

        public void Push() => _push.Release();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var i = 0; i < parts; i++)
            {
                await _push.WaitAsync();
                await stream.WriteAsync(new byte[length]);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = 0;
            return false;
        }
    }
}
