using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application;

/// <summary>Signs access tokens.</summary>
internal interface ITokenIssuer
{
    /// <summary>How long an access token is good for.</summary>
    TimeSpan Lifetime { get; }

    string ForSession(Account account, Session session);

    /// <summary>Says neither session nor time of login, so it is never a recent proof.</summary>
    string ForApiKey(Account owner, Guid keyId, string[] roles);

    string ForService(string name);
}
