using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>A link's id with an HMAC over id and purpose.</summary>
internal sealed class ActionTokens(IOptions<ActionLinkOptions> options) : IActionTokens
{
    private const int IdLength = 16;
    private const int SignatureLength = 32;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.Key);

    public string TokenFor(Guid linkId, ActionPurpose purpose)
    {
        var bytes = new byte[IdLength + SignatureLength];
        linkId.TryWriteBytes(bytes, bigEndian: true, out _);
        Sign(bytes.AsSpan(0, IdLength), purpose).CopyTo(bytes.AsSpan(IdLength));
        return Base64Url.EncodeToString(bytes);
    }

    public Guid? Read(string token, ActionPurpose purpose)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        return bytes.Length == IdLength + SignatureLength
            && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(IdLength), Sign(bytes.AsSpan(0, IdLength), purpose))
            ? new Guid(bytes.AsSpan(0, IdLength), bigEndian: true)
            : null;
    }

    public string UrlFor(ActionLink link) =>
        $"{options.Value.PublicUrl.TrimEnd('/')}/api/v1/auth/{PageOf(link.Purpose)}?token={TokenFor(link.Id, link.Purpose)}";

    private static string PageOf(ActionPurpose purpose) => purpose switch
    {
        ActionPurpose.EmailVerification => "verify-email",
        ActionPurpose.PasswordReset => "password-reset",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };

    private byte[] Sign(ReadOnlySpan<byte> id, ActionPurpose purpose) =>
        HMACSHA256.HashData(_key, (byte[])[.. id, (byte)purpose]);
}
