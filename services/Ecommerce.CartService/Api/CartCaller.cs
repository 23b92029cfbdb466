using Ecommerce.CartService.Application;
using Ecommerce.CartService.Domain;
using Ecommerce.ServiceDefaults.Authentication;

namespace Ecommerce.CartService.Api;

internal static class CartCaller
{
    public const string TokenHeader = "Cart-Token";

    /// <summary>Who asks, by their token and the secret of a guest cart.</summary>
    public static CartHolder Holder(this HttpContext http) =>
        new(http.User.UserId(), CartTokens.Hash(http.Request.Headers[TokenHeader].ToString()));
}
