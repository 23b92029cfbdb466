namespace Ecommerce.AuthService.Domain;

/// <summary>A key that signs tokens. The private part is encrypted.</summary>
internal sealed class SigningKey
{
    private SigningKey()
    {
    }

    public string Id { get; private init; } = "";

    public byte[] EncryptedPrivateKey { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    public static SigningKey Create(string id, byte[] encryptedPrivateKey, DateTimeOffset now) =>
        new() { Id = id, EncryptedPrivateKey = encryptedPrivateKey, CreatedAt = now };
}
