using System.Security.Claims;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Authentication;

namespace Ecommerce.AuthService.Api;

/// <summary>What a request says of who sends it.</summary>
internal static class CallerOrigin
{
    private const int LongestDevice = 200;

    public static Origin Origin(this HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return new Origin(
            http.User.Actor(),
            http.User.SessionId(),
            http.Request.Headers.UserAgent.ToString().Cut(LongestDevice),
            (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.ToString());
    }

    public static AccountId AccountId(this ClaimsPrincipal caller) => new(caller.RequireUserId());

    public static Guid? SessionId(this ClaimsPrincipal caller) => Guid.TryParse(caller.FindFirstValue("sid"), out var id) ? id : null;
}
