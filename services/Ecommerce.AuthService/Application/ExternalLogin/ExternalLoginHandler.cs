using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.ExternalLogin;

/// <summary>Logs in at an external provider, and links accounts there to ours. Nothing is joined by an address alone.</summary>
internal sealed class ExternalLoginHandler(
    IAccountStore accounts, IExternalProviders providers, IFlowSecrets flowSecrets, SessionStarter sessions, AuditLog audit, TimeProvider clock)
{
    private const string DefaultLocale = "en";
    private const int LongestName = 100;

    public async Task<Result<StartedFlow>> StartAsync(string provider, CancellationToken cancellationToken)
    {
        if (providers.All.All(known => known.Name != provider))
        {
            return AccountErrors.ProviderUnknown;
        }

        var now = clock.GetUtcNow();
        var flow = ExternalFlow.Start(Guid.CreateVersion7(now), provider, now);
        var secrets = flowSecrets.Of(flow.Id);
        var url = await providers.AuthorizationUrlAsync(provider, secrets, cancellationToken);
        accounts.Add(flow);
        await accounts.TrySaveAsync(cancellationToken);
        return new StartedFlow(url, secrets.Flow, flow.ExpiresAt);
    }

    /// <summary>Logs in, and makes an account where the address has none.</summary>
    public async Task<Result<LogInOutcome>> LogInAsync(
        string provider, FlowAnswer answer, string? deviceToken, Origin origin, CancellationToken cancellationToken)
    {
        var person = await RedeemAsync(provider, answer, cancellationToken);
        if (!person.IsSuccess)
        {
            return person.Error;
        }

        while (true)
        {
            var now = clock.GetUtcNow();
            var found = await FindOrRegisterAsync(provider, person.Value, origin, now, cancellationToken);
            if (!found.IsSuccess)
            {
                return found.Error;
            }

            var outcome = await sessions.StartOrChallengeAsync(
                found.Value, [AuthenticationMethods.External], deviceToken, origin, now, cancellationToken);
            if (!outcome.IsSuccess || await accounts.TrySaveAsync(cancellationToken))
            {
                return outcome;
            }
        }
    }

    /// <summary>Links an account at a provider to the caller's, who has just proved that it is theirs.</summary>
    public async Task<Result> LinkAsync(AccountId id, string provider, FlowAnswer answer, Origin origin, CancellationToken cancellationToken)
    {
        var person = await RedeemAsync(provider, answer, cancellationToken);
        if (!person.IsSuccess)
        {
            return person.Error;
        }

        if (await accounts.FindExternalAsync(person.Value.Issuer, person.Value.Subject, cancellationToken) is { } linked)
        {
            return linked.AccountId == id ? Result.Success : AccountErrors.ExternalTaken;
        }

        var now = clock.GetUtcNow();
        accounts.Add(ExternalIdentity.Link(Guid.CreateVersion7(now), id, provider, person.Value, now));
        audit.Add(SecurityEventType.ExternalLoginLinked, id, origin, provider);
        return await accounts.TrySaveAsync(cancellationToken) ? Result.Success : AccountErrors.ExternalTaken;
    }

    public async Task<Result> UnlinkAsync(AccountId id, string provider, Origin origin, CancellationToken cancellationToken)
    {
        do
        {
            var identities = await accounts.ExternalOfAsync(id, cancellationToken);
            if (identities.SingleOrDefault(identity => identity.Provider == provider) is not { } identity
                || await accounts.FindAsync(id, cancellationToken) is not { } account)
            {
                return AccountErrors.ExternalNotFound;
            }

            var unlinked = account.AllowUnlink(identities.Count);
            if (!unlinked.IsSuccess)
            {
                return unlinked;
            }

            accounts.Remove(identity);
            audit.Add(SecurityEventType.ExternalLoginUnlinked, id, origin, provider);
        }
        while (!await accounts.TrySaveAsync(cancellationToken));
        return Result.Success;
    }

    private async Task<Result<ExternalPerson>> RedeemAsync(string provider, FlowAnswer answer, CancellationToken cancellationToken)
    {
        if (flowSecrets.Read(answer.Flow, answer.State) is not { } flowId
            || await accounts.FindFlowAsync(flowId, cancellationToken) is not { } flow
            || !flow.TryUse(provider, clock.GetUtcNow())
            || !await accounts.TrySaveAsync(cancellationToken))
        {
            return AccountErrors.FlowInvalid;
        }

        return await providers.RedeemAsync(provider, answer.Code, flowSecrets.Of(flowId), cancellationToken);
    }

    private async Task<Result<Account>> FindOrRegisterAsync(
        string provider, ExternalPerson person, Origin origin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await accounts.FindExternalAsync(person.Issuer, person.Subject, cancellationToken) is { } identity
            && await accounts.FindAsync(identity.AccountId, cancellationToken) is { } linked)
        {
            return linked;
        }

        if (person.Email is not { Length: > 0 and <= 254 } email || !person.IsEmailVerified)
        {
            return AccountErrors.ExternalEmailUnverified;
        }

        var account = await accounts.FindByEmailAsync(email, cancellationToken);
        if (account?.EmailVerifiedAt is not null)
        {
            return AccountErrors.LinkProofRequired;
        }

        // Nobody has proved the address before: whoever registered it without a proof loses what they set.
        if (account is null)
        {
            var name = person.Name is { Length: > 0 } given ? given : email.Split('@')[0];
            account = Account.Register(new AccountId(Guid.CreateVersion7(now)), email, name.Cut(LongestName), DefaultLocale, null, [Roles.Customer], now);
            accounts.Add(account);
            audit.Add(SecurityEventType.Registered, account.Id, origin, provider);
        }
        else
        {
            account.DropPassword();
        }

        account.VerifyEmail(now);
        accounts.Add(ExternalIdentity.Link(Guid.CreateVersion7(now), account.Id, provider, person, now));
        audit.Add(SecurityEventType.ExternalLoginLinked, account.Id, origin, provider);
        return account;
    }
}
