using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Authentication;

namespace Ecommerce.AuthService.Application.RegisterAccount;

/// <summary>Makes an account and sends the link that verifies its address. An address that is taken gets the same answer after the same work.</summary>
internal sealed class RegisterAccountHandler(IAccountStore accounts, IPasswords passwords, AuditLog audit, TimeProvider clock)
{
    public async Task HandleAsync(RegisterAccountCommand command, CancellationToken cancellationToken)
    {
        string? hash = null;
        do
        {
            var now = clock.GetUtcNow();
            var account = await accounts.FindByEmailAsync(command.Email, cancellationToken);
            if (account is null)
            {
                hash ??= await passwords.HashAsync(command.Password, cancellationToken);
                account = Account.Register(
                    new AccountId(Guid.CreateVersion7(now)), command.Email, command.Name, command.Locale, hash, [Roles.Customer], now);
                accounts.Add(account);
            }
            else
            {
                // The same work, though for an address that is verified nothing comes of it.
                var known = account.EmailVerifiedAt is null ? account.PasswordHash : null;
                var check = await passwords.CheckAsync(known, command.Password, cancellationToken);
                if (account.EmailVerifiedAt is null)
                {
                    account.RegisterAgain(command.Name, command.Locale, check != PasswordCheck.Wrong);
                }
            }

            if (account.EmailVerifiedAt is null)
            {
                accounts.Add(account.RequestLink(Guid.CreateVersion7(now), ActionPurpose.EmailVerification, now));
            }

            audit.Add(SecurityEventType.Registered, account.Id, command.Origin, account.EmailVerifiedAt is null ? null : "address taken");
        }
        while (!await accounts.TrySaveAsync(cancellationToken));
    }
}
