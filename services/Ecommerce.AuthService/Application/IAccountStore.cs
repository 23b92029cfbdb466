using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application;

/// <summary>Loads and stores accounts, links and sessions; one unit of work per scope.</summary>
internal interface IAccountStore
{
    Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    Task<Account?> FindAsync(AccountId id, CancellationToken cancellationToken);

    Task<ActionLink?> FindLinkAsync(Guid id, CancellationToken cancellationToken);

    Task<Session?> FindSessionAsync(Guid id, CancellationToken cancellationToken);

    void Add(object aggregate);

    /// <summary>Commits.</summary>
    /// <returns>False where the email address is taken or something was changed meanwhile: then nothing is stored, and what was loaded is stale.</returns>
    Task<bool> TrySaveAsync(CancellationToken cancellationToken);
}
