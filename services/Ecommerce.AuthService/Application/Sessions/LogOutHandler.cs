namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Ends a session; the access token runs out by itself.</summary>
internal sealed class LogOutHandler(IAccountStore accounts, TimeProvider clock)
{
    public async Task HandleAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        if (await accounts.FindSessionAsync(sessionId, cancellationToken) is { } session)
        {
            await accounts.RevokeAsync(session, clock.GetUtcNow(), cancellationToken);
        }
    }
}
