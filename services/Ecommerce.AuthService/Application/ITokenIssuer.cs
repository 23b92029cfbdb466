using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application;

/// <summary>Signs access tokens.</summary>
internal interface ITokenIssuer
{
    /// <summary>How long an access token is good for.</summary>
    TimeSpan Lifetime { get; }

    string ForSession(Account account, Session session);

    string ForService(string name);
}
