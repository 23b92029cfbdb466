using Ecommerce.AuthService.Application.Staff;
using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Starts a session for someone who has proved who they are, however they did. The caller commits.</summary>
internal sealed class SessionStarter(IAccountStore accounts, IRefreshTokens refreshTokens, ITokenIssuer tokens, StaffAccess staff, AuditLog audit)
{
    /// <summary>After the first proof: a session, or where the account has a second factor the challenge to show it.</summary>
    public async Task<Result<LogInOutcome>> StartOrChallengeAsync(
        Account account, string[] methods, string? deviceToken, Origin origin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (account.HasMfa)
        {
            var id = Guid.CreateVersion7(now);
            var (token, hash) = OpaqueToken.Create(id);
            var challenge = LoginChallenge.Start(id, account, hash, methods, now);
            accounts.Add(challenge);
            return new LogInOutcome(null, token, challenge.ExpiresAt);
        }

        var pair = await StartAsync(account, methods, deviceToken, origin, now, cancellationToken);
        return pair.IsSuccess ? new LogInOutcome(pair.Value, null, null) : pair.Error;
    }

    public async Task<Result<TokenPair>> StartAsync(
        Account account, string[] methods, string? deviceToken, Origin origin, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The first device of all is where the account was made: no news to its owner.
        var known = await FindDeviceAsync(account.Id, deviceToken, cancellationToken);
        var isNews = known is null && await accounts.HasDevicesAsync(account.Id, cancellationToken);
        var device = known;
        if (device is null)
        {
            var deviceId = Guid.CreateVersion7(now);
            (deviceToken, var deviceHash) = OpaqueToken.Create(deviceId);
            device = Device.Register(deviceId, account.Id, origin.Device, deviceHash, now);
        }

        var sessionId = Guid.CreateVersion7(now);
        var loggedIn = account.RecordLogin(sessionId, origin.Device, isNews ? device.Id : null, now);
        if (!loggedIn.IsSuccess)
        {
            return loggedIn.Error;
        }

        var (refreshToken, hash) = refreshTokens.Create(sessionId, rotation: 0);
        var session = Session.Start(sessionId, account.Id, device, origin.Device, hash, methods, now);
        if (known is null)
        {
            accounts.Add(device);
        }
        else
        {
            known.Use(origin.Device, now);
        }

        accounts.Add(session);
        audit.Add(SecurityEventType.LoggedIn, account.Id, origin with { SessionId = sessionId }, string.Join('+', methods));
        return new TokenPair(tokens.ForSession(account, session), tokens.Lifetime, refreshToken, staff.NeedsEnrolment(account), deviceToken);
    }

    private async Task<Device?> FindDeviceAsync(AccountId account, string? token, CancellationToken cancellationToken) =>
        OpaqueToken.Read(token) is var (id, hash)
        && await accounts.FindDeviceAsync(id, cancellationToken) is { } device
        && device.IsKnownBy(account, hash)
            ? device
            : null;
}
