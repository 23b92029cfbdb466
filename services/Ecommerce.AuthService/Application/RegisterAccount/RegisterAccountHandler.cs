using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Authentication;

namespace Ecommerce.AuthService.Application.RegisterAccount;

/// <summary>Makes an account and sends the link that verifies its address. An address that is taken gets the same answer.</summary>
internal sealed class RegisterAccountHandler(IAccountStore accounts, IPasswords passwords, TimeProvider clock)
{
    public async Task HandleAsync(RegisterAccountCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hash = passwords.Hash(command.Password);
        if (await accounts.FindByEmailAsync(command.Email, cancellationToken) is not null)
        {
            return;
        }

        var account = Account.Register(new AccountId(command.Id), command.Email, command.Name, command.Locale, hash, [Roles.Customer], now);
        accounts.Add(account);
        accounts.Add(ActionLink.Request(Guid.CreateVersion7(now), account, ActionPurpose.EmailVerification, now));
        await accounts.TrySaveAsync(cancellationToken);
    }
}
