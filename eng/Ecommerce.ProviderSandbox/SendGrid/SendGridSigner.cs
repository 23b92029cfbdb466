using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.SendGrid;

/// <summary>ECDSA P-256 over timestamp and raw body, as the Event Webhook is signed.</summary>
internal sealed class SendGridSigner : IWebhookSigner, IDisposable
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private readonly Lock gate = new();
    private readonly ECDsa key;

    /// <param name="privateKey">PKCS#8 in base64; a new key where left out.</param>
    public SendGridSigner(string? privateKey)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (!string.IsNullOrEmpty(privateKey))
        {
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(privateKey), out _);
        }

        PublicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>SubjectPublicKeyInfo in base64: what a receiver verifies with.</summary>
    public string PublicKey { get; }

    public void Sign(HttpRequestHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var stamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(stamp), .. body];
        lock (gate)
        {
            var signature = key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            headers.TryAddWithoutValidation(SignatureHeader, Convert.ToBase64String(signature));
        }

        headers.TryAddWithoutValidation(TimestampHeader, stamp);
    }

    public void Dispose() => key.Dispose();
}
