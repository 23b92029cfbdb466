using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application.Sessions;

internal static class SessionRevocation
{
    /// <summary>Ends a session, whoever else is at it.</summary>
    public static async Task RevokeAsync(this IAccountStore accounts, Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = session;
        do
        {
            current.Revoke(now);
        }
        while (!await accounts.TrySaveAsync(cancellationToken) && (current = await accounts.FindSessionAsync(session.Id, cancellationToken)) is not null);
    }
}
