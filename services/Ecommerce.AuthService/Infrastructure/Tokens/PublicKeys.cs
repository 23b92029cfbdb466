using System.Buffers.Text;
using Ecommerce.AuthService.Application;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

internal sealed class PublicKeys(KeyRing keys) : IPublicKeys
{
    public IReadOnlyList<PublicKey> All => [.. keys.All.Select(key =>
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new PublicKey(key.KeyId, Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
    })];
}
