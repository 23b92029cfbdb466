using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.ShippingService.Application.Ports;
using Ecommerce.ShippingService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.ShippingService.Infrastructure.Shippo;

/// <summary>Checks and reads Shippo's webhooks.</summary>
/// <remarks>Source: docs.goshippo.com, webhook security, HMAC signatures.</remarks>
internal sealed class ShippoWebhookReader(IOptions<ShippoOptions> options) : ICarrierWebhooks
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.WebhookSecret);

    public CarrierNotice? Read(ReadOnlySpan<byte> body, string? signature, DateTimeOffset now)
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

    private static CarrierNotice? Notice(JsonElement root)
    {
        if (ShippoReader.Text(root, "event") is not { } type || !root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return type switch
        {
            "track_updated" => new CarrierNotice(ShippoReader.Text(data, "tracking_number"), ShippoReader.News(data)),
            "transaction_created" or "transaction_updated" when ShippoReader.Text(data, "status") == "SUCCESS"
                && Guid.TryParse(ShippoReader.Text(data, "metadata"), out var id) =>
                new CarrierNotice(LabelId: new LabelId(id), Label: ShippoReader.Label(data)),
            _ => new CarrierNotice(),
        };
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
