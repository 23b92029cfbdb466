using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Ecommerce.PaymentService.Tests;

public sealed class WebhookTests(PaymentServiceFixture fixture) : PaymentTest(fixture)
{
    [Theory]
    [InlineData("t=1,v1=00")]
    [InlineData("")]
    [InlineData("nonsense,,=,t=,v1=")]
    public async Task An_unsigned_or_old_notice_is_refused(string signature)
    {
        using var response = await SendAsync("{}", signature);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_repeated_notice_is_stored_once_and_changes_nothing()
    {
        var request = Request();
        await AuthorizeAsync(request);
        var body = """{"id":"evt_ID","type":"payment_intent.payment_failed","data":{"object":{"metadata":{"payment_id":"ID"}}}}"""
            .Replace("ID", request.PaymentId.ToString(), StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            using var response = await SendAsync(body, Sign(body));
            response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        }

        (await ScalarAsync<long>("SELECT count(*) FROM webhook_events WHERE payment_id = $1 AND type = 'payment_intent.payment_failed'", request.PaymentId)).ShouldBe(1);
        (await GetAsync(request.PaymentId)).Status.ShouldBe("authorized");
    }

    private static string Sign(string body)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(PaymentServiceFixture.WebhookSecret), Encoding.UTF8.GetBytes($"{stamp}.{body}"));
        return $"t={stamp},v1={Convert.ToHexStringLower(mac)}";
    }

    private async Task<HttpResponseMessage> SendAsync(string body, string signature)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body) };
        message.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        return await Fixture.Anonymous().SendAsync(message);
    }
}
