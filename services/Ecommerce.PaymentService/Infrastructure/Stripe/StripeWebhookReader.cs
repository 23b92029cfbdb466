using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.PaymentService.Application.Ports;
using Ecommerce.PaymentService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.PaymentService.Infrastructure.Stripe;

/// <summary>Checks and reads Stripe's webhooks.</summary>
/// <remarks>Source: docs.stripe.com/webhooks, signature scheme v1.</remarks>
internal sealed class StripeWebhookReader(IOptions<StripeOptions> options) : IWebhookReader
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);
    private static readonly PaymentStatus[] Open = [PaymentStatus.Pending, PaymentStatus.RequiresAction];
    private static readonly PaymentStatus[] OpenOrHeld = [.. Open, PaymentStatus.Authorized];

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.WebhookSecret);

    public WebhookNotice? Read(ReadOnlySpan<byte> body, string? signature, DateTimeOffset now)
    {
        if (!IsSigned(body, signature, now))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            using var json = JsonDocument.ParseValue(ref reader);
            return Notice(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static WebhookNotice? Notice(JsonElement root)
    {
        if (StripeReader.Text(root, "id") is not { Length: <= 255 } id || StripeReader.Text(root, "type") is not { Length: <= 100 } type)
        {
            return null;
        }

        var about = StripeReader.Member(root, "data") is { } data ? StripeReader.Member(data, "object") : null;
        var metadata = about is { } item ? StripeReader.Member(item, "metadata") : null;
        var paymentId = metadata is { } own && Guid.TryParse(StripeReader.Text(own, "payment_id"), out var parsed) ? parsed : (Guid?)null;
        return new WebhookNotice("stripe", id, type, paymentId, type switch
        {
            "payment_intent.canceled" => OpenOrHeld,
            _ when type.StartsWith("payment_intent.", StringComparison.Ordinal) => Open,
            _ => [],
        });
    }

    private bool IsSigned(ReadOnlySpan<byte> body, string? header, DateTimeOffset now)
    {
        if (header is null || header.Length > 1000)
        {
            return false;
        }

        var parts = header.Split(',', StringSplitOptions.TrimEntries);
        var stamp = Array.Find(parts, part => part.StartsWith("t=", StringComparison.Ordinal))?[2..];
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
            || Math.Abs(now.ToUnixTimeSeconds() - unix) > Tolerance.TotalSeconds)
        {
            return false;
        }

        byte[] signed = [.. Encoding.ASCII.GetBytes(stamp + "."), .. body];
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(_key, signed)));
        var matches = false;
        foreach (var part in parts.Where(part => part.StartsWith("v1=", StringComparison.Ordinal)))
        {
            matches |= CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(part[3..]));
        }

        return matches;
    }
}
