using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.OpenIdConnect;

/// <summary>The key that signs tokens (ES256); a new one at each start and reset.</summary>
internal sealed class OpenIdKey : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public byte[] Set() => WireJson.Render(json =>
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        json.WriteStartObject();
        json.WriteStartArray("keys");
        json.WriteStartObject();
        json.WriteString("kty", "EC");
        json.WriteString("crv", "P-256");
        json.WriteString("use", "sig");
        json.WriteString("alg", "ES256");
        json.WriteString("kid", Id);
        json.WriteString("x", Base64Url.EncodeToString(point.X));
        json.WriteString("y", Base64Url.EncodeToString(point.Y));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public string Sign(Action<Utf8JsonWriter> claims)
    {
        var header = WireJson.Render(json =>
        {
            json.WriteStartObject();
            json.WriteString("alg", "ES256");
            json.WriteString("typ", "JWT");
            json.WriteString("kid", Id);
            json.WriteEndObject();
        });
        var text = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(WireJson.Render(claims))}";
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    public void Dispose() => key.Dispose();
}
