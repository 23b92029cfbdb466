namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Refresh tokens: derived from session and number with a key, so that a repeated request is given the same one again though only hashes are stored.</summary>
internal interface IRefreshTokens
{
    (string Token, byte[] Hash) Create(Guid sessionId, int rotation);

    /// <summary>Whether it is the hash of one of the session's tokens before this rotation.</summary>
    bool IsEarlier(Guid sessionId, int rotation, byte[] hash);
}
