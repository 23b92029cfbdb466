using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application;

/// <summary>The secret part of one-time links: derived from the link's id with a key, so that it is stored nowhere.</summary>
internal interface IActionTokens
{
    string TokenFor(Guid linkId, ActionPurpose purpose);

    /// <returns>The link's id; null where the token is none of ours.</returns>
    Guid? Read(string token, ActionPurpose purpose);

    /// <summary>The address that is emailed.</summary>
    string UrlFor(ActionLink link);
}
