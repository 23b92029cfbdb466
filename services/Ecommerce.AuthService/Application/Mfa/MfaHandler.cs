using System.Security.Cryptography;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;
using Microsoft.Extensions.Options;
using OtpNet;
using Totp = Ecommerce.AuthService.Application.Mfa.Totp;

namespace Ecommerce.AuthService.Application.Mfa;

/// <summary>Sets up, renews and takes away an account's second factor. The endpoints ask for a recent proof.</summary>
internal sealed class MfaHandler(
    IAccountStore accounts, ISecretBox secrets, IQrCodes qrCodes, AuditLog audit, IOptions<MfaOptions> options, TimeProvider clock)
{
    public async Task<Result<Enrolment>> BeginAsync(AccountId id, CancellationToken cancellationToken)
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretLength);
        Account? account;
        do
        {
            if ((account = await accounts.FindAsync(id, cancellationToken)) is null)
            {
                return AccountErrors.RefreshInvalid;
            }

            var begun = account.BeginMfa(secrets.Encrypt(secret, id.ToString()));
            if (!begun.IsSuccess)
            {
                return begun.Error;
            }
        }
        while (!await accounts.TrySaveAsync(cancellationToken));

        var uri = Totp.Uri(secret, account.Email, options.Value.Issuer);
        return new Enrolment(Base32Encoding.ToString(secret), uri, qrCodes.Draw(uri));
    }

    /// <summary>Asks for the second factor from now on; sessions that started without it end, but for the caller's.</summary>
    /// <returns>The recovery codes, shown this once.</returns>
    public async Task<Result<string[]>> ConfirmAsync(AccountId id, string code, Origin origin, CancellationToken cancellationToken)
    {
        var (codes, hashes) = RecoveryCodes.Create();
        while (true)
        {
            var now = clock.GetUtcNow();
            if (await accounts.FindAsync(id, cancellationToken) is not { } account)
            {
                return AccountErrors.RefreshInvalid;
            }

            if (account.HasMfa || account.PendingTotpSecret is null)
            {
                return account.HasMfa ? AccountErrors.MfaEnabledAlready : AccountErrors.MfaNotPending;
            }

            if (Totp.Match(secrets.Decrypt(account.PendingTotpSecret, id.ToString()), code.Trim(), now, lastUsedStep: 0) is not { } step)
            {
                return AccountErrors.EnrolmentCodeWrong;
            }

            account.EnableMfa(step, hashes, now);
            audit.Add(SecurityEventType.MfaEnabled, id, origin);
            if (origin.SessionId is { } sessionId && await accounts.FindSessionAsync(sessionId, cancellationToken) is { } session)
            {
                session.Prove([AuthenticationMethods.OneTimeCode, AuthenticationMethods.TwoFactors], now);
            }

            if (await accounts.TrySaveAndEndSessionsAsync(id, new SessionChoice(Except: origin.SessionId), now, cancellationToken))
            {
                return codes;
            }
        }
    }

    public Task<Result> DisableAsync(AccountId id, Origin origin, CancellationToken cancellationToken) =>
        ChangeAsync(id, account => account.DisableMfa(), SecurityEventType.MfaDisabled, origin, cancellationToken);

    /// <returns>The codes, shown this once; earlier ones work no more.</returns>
    public async Task<Result<string[]>> ReplaceRecoveryCodesAsync(AccountId id, Origin origin, CancellationToken cancellationToken)
    {
        var (codes, hashes) = RecoveryCodes.Create();
        var replaced = await ChangeAsync(id, account => account.ReplaceRecoveryCodes(hashes), SecurityEventType.RecoveryCodesReplaced, origin, cancellationToken);
        return replaced.IsSuccess ? codes : replaced.Error;
    }

    private async Task<Result> ChangeAsync(
        AccountId id, Func<Account, Result> change, SecurityEventType type, Origin origin, CancellationToken cancellationToken)
    {
        Result changed;
        do
        {
            if (await accounts.FindAsync(id, cancellationToken) is not { } account)
            {
                return AccountErrors.RefreshInvalid;
            }

            changed = change(account);
            if (!changed.IsSuccess)
            {
                return changed;
            }

            audit.Add(type, id, origin);
        }
        while (!await accounts.TrySaveAsync(cancellationToken));
        return changed;
    }
}
