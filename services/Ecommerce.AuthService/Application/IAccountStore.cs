using Ecommerce.AuthService.Domain;
using Ecommerce.Contracts;

namespace Ecommerce.AuthService.Application;

/// <summary>Loads and stores accounts and all that belongs to them; one unit of work per scope.</summary>
internal interface IAccountStore
{
    Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    Task<Account?> FindAsync(AccountId id, CancellationToken cancellationToken);

    Task<ActionLink?> FindLinkAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The number of links of an account and a purpose that expire after a given time, used ones included.</summary>
    Task<int> CountLinksAsync(AccountId account, ActionPurpose purpose, DateTimeOffset expireAfter, CancellationToken cancellationToken);

    Task<Session?> FindSessionAsync(Guid id, CancellationToken cancellationToken);

    Task<Device?> FindDeviceAsync(Guid id, CancellationToken cancellationToken);

    Task<LoginChallenge?> FindChallengeAsync(Guid id, CancellationToken cancellationToken);

    Task<ApiKey?> FindApiKeyAsync(Guid id, CancellationToken cancellationToken);

    Task<int> CountLiveApiKeysAsync(AccountId account, DateTimeOffset now, CancellationToken cancellationToken);

    Task<ExternalFlow?> FindFlowAsync(Guid id, CancellationToken cancellationToken);

    Task<ExternalIdentity?> FindExternalAsync(string issuer, string subject, CancellationToken cancellationToken);

    Task<IReadOnlyList<ExternalIdentity>> ExternalOfAsync(AccountId account, CancellationToken cancellationToken);

    Task<bool> HasDevicesAsync(AccountId account, CancellationToken cancellationToken);

    void Add(object entity);

    void Remove(object entity);

    /// <summary>Sends an event with the commit.</summary>
    void Send(IIntegrationEvent integrationEvent, DateTimeOffset now);

    /// <summary>Commits.</summary>
    /// <returns>False where the email address is taken, or something was changed or erased meanwhile: then nothing is stored, and what was loaded is stale.</returns>
    Task<bool> TrySaveAsync(CancellationToken cancellationToken);

    /// <summary>Commits, and with it ends the account's sessions, also those that start or are refreshed at the same time.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="which">Those of one device or all but one; all where it says nothing.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<bool> TrySaveAndEndSessionsAsync(AccountId account, SessionChoice which, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Commits changed roles, if there still is an admin then.</summary>
    Task<RoleSaving> SaveRolesAsync(CancellationToken cancellationToken);
}
