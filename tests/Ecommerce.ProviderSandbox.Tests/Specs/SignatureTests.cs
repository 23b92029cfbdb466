using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Ecommerce.ProviderSandbox.SendGrid;
using Ecommerce.ProviderSandbox.Shippo;
using Ecommerce.ProviderSandbox.Stripe.Events;

namespace Ecommerce.ProviderSandbox.Tests.Specs;

/// <summary>The known-answer vectors of the providers' own libraries.</summary>
public sealed class SignatureTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public void Stripe_signs_as_its_library_does()
    {
        SpecFolder.SkipUnlessThere();
        var vector = SpecFolder.Vector("stripe");
        using var request = new HttpRequestMessage();

        new StripeSigner(vector.GetProperty("secret").GetString()!)
            .Sign(request.Headers, Encoding.UTF8.GetBytes(vector.GetProperty("payload").GetString()!), At);

        Header(request.Headers, "Stripe-Signature").ShouldBe(vector.GetProperty("expectedHeader").GetString());
    }

    [Fact]
    public void Shippo_signs_as_documented()
    {
        SpecFolder.SkipUnlessThere();
        var vector = SpecFolder.Vector("shippo");
        using var request = new HttpRequestMessage();

        new ShippoSigner(vector.GetProperty("secret").GetString()!)
            .Sign(request.Headers, Encoding.UTF8.GetBytes(vector.GetProperty("payload").GetString()!), At);

        Header(request.Headers, "Shippo-Auth-Signature").ShouldBe(vector.GetProperty("expectedHeader").GetString());
    }

    [Fact]
    public void SendGrid_signatures_are_verified_the_way_that_the_official_vector_is()
    {
        SpecFolder.SkipUnlessThere();
        var vector = SpecFolder.Vector("sendgrid");
        string Text(string name) => vector.GetProperty(name).GetString()!;
        Verify(Text("publicKey"), Text("timestamp"), Text("payload"), Text("signature")).ShouldBeTrue();

        using var signer = new SendGridSigner(null);
        using var request = new HttpRequestMessage();
        signer.Sign(request.Headers, Encoding.UTF8.GetBytes(Text("payload")), At);

        var (stamp, signature) = (Header(request.Headers, SendGridSigner.TimestampHeader), Header(request.Headers, SendGridSigner.SignatureHeader));
        stamp.ShouldBe("1700000000");
        Verify(signer.PublicKey, stamp, Text("payload"), signature).ShouldBeTrue();
        Verify(signer.PublicKey, stamp, Text("payload") + " ", signature).ShouldBeFalse();
    }

    internal static bool Verify(string publicKey, string timestamp, string payload, string signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return key.VerifyData(
            Encoding.UTF8.GetBytes(timestamp + payload),
            Convert.FromBase64String(signature),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
    }

    private static string Header(HttpRequestHeaders headers, string name) => headers.GetValues(name).Single();
}
