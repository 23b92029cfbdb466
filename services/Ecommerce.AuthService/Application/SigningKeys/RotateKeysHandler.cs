using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.SigningKeys;

/// <summary>A rotation that somebody asks for.</summary>
internal sealed class RotateKeysHandler(ISigningKeys keys, IAccountStore accounts, AuditLog audit)
{
    public async Task<Result<SigningKeyView>> HandleAsync(AccountId by, Origin origin, CancellationToken cancellationToken)
    {
        var rotated = await keys.RotateAsync(cancellationToken);
        if (rotated.IsSuccess)
        {
            audit.Add(SecurityEventType.SigningKeyRotated, by, origin, rotated.Value.Id);
            await accounts.TrySaveAsync(cancellationToken);
        }

        return rotated;
    }
}
