namespace Ecommerce.AuthService.Domain;

/// <summary>A key that signs tokens from a time on, until the next one does. It is published before. The private part is encrypted.</summary>
internal sealed class SigningKey
{
    private SigningKey()
    {
    }

    public string Id { get; private init; } = "";

    public byte[] EncryptedPrivateKey { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset SignsFrom { get; private init; }

    public static SigningKey Create(string id, byte[] encryptedPrivateKey, DateTimeOffset now, DateTimeOffset signsFrom) =>
        new() { Id = id, EncryptedPrivateKey = encryptedPrivateKey, CreatedAt = now, SignsFrom = signsFrom };
}
