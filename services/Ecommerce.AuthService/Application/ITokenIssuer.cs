using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application;

/// <summary>Signs access tokens.</summary>
internal interface ITokenIssuer
{
    /// <summary>How long an access token is good for.</summary>
    TimeSpan Lifetime { get; }

    string ForAccount(Account account, Guid sessionId);

    string ForService(string name);
}
