using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.NotificationService.Application.Ports;
using Ecommerce.NotificationService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.NotificationService.Infrastructure.SendGrid;

/// <summary>Checks and reads SendGrid's event webhook.</summary>
/// <remarks>Source: docs.sendgrid.com, Event Webhook security features: ECDSA P-256 with SHA-256 over timestamp and body.</remarks>
internal sealed class SendGridNotices : IDeliveryNotices, IDisposable
{
    private readonly ECDsa? _key;
    private readonly Lock _gate = new();

    public SendGridNotices(IOptions<SendGridOptions> options)
    {
        if (options.Value.WebhookPublicKey is { Length: > 0 } key)
        {
            _key = ECDsa.Create();
            _key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
        }
    }

    public bool IsConfigured => _key is not null;

    public IReadOnlyList<DeliveryNotice>? Read(ReadOnlySpan<byte> body, string? signature, string? timestamp)
    {
        if (!IsSigned(body, signature, timestamp))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            using var json = JsonDocument.ParseValue(ref reader);
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Select(Notice).OfType<DeliveryNotice>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => _key?.Dispose();

    private static DeliveryNotice? Notice(JsonElement item)
    {
        if (!Guid.TryParse(Text(item, "notification_id"), out var id))
        {
            return null;
        }

        return Text(item, "event") switch
        {
            "delivered" => new DeliveryNotice(new NotificationId(id), DeliveryState.Delivered),
            "bounce" or "dropped" => new DeliveryNotice(new NotificationId(id), DeliveryState.Bounced),
            "spamreport" => new DeliveryNotice(new NotificationId(id), DeliveryState.Complained),
            _ => null,
        };
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    private bool IsSigned(ReadOnlySpan<byte> body, string? signature, string? timestamp)
    {
        Span<byte> given = stackalloc byte[160];
        if (_key is null || signature is null || timestamp is null || timestamp.Length > 20
            || !Convert.TryFromBase64String(signature, given, out var length))
        {
            return false;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        lock (_gate)
        {
            return _key.VerifyData(signed, given[..length], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }
}
