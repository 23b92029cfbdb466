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
        var device = http.Request.Headers.UserAgent.ToString();
        return new Origin(http.User.Actor(), http.User.SessionId(), device.Length > LongestDevice ? device[..LongestDevice] : device);
    }

    public static AccountId AccountId(this ClaimsPrincipal caller) => new(caller.RequireUserId());

    public static Guid? SessionId(this ClaimsPrincipal caller) => Guid.TryParse(caller.FindFirstValue("sid"), out var id) ? id : null;
}
