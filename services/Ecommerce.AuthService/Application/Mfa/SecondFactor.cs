using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application.Mfa;

/// <summary>Checks a code of an account: of its authenticator or a recovery code. A right one is used up with the commit.</summary>
internal sealed class SecondFactor(ISecretBox secrets, AuditLog audit)
{
    /// <returns>How it was proved; null where the code is wrong or used.</returns>
    public string[]? Check(Account account, string code, Origin origin, DateTimeOffset now)
    {
        var typed = code.Trim();
        if (account.TotpSecret is null)
        {
            return null;
        }

        if (typed.Length == Totp.Digits)
        {
            if (Totp.Match(secrets.Decrypt(account.TotpSecret, account.Id.ToString()), typed, now, account.LastTotpStep) is not { } step)
            {
                return null;
            }

            account.UseTotpStep(step);
            return [AuthenticationMethods.OneTimeCode, AuthenticationMethods.TwoFactors];
        }

        if (!account.TryUseRecoveryCode(RecoveryCodes.Hash(typed)))
        {
            return null;
        }

        audit.Add(SecurityEventType.RecoveryCodeUsed, account.Id, origin);
        return [AuthenticationMethods.RecoveryCode, AuthenticationMethods.TwoFactors];
    }
}
