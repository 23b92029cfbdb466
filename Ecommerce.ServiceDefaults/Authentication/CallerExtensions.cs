using System.Security.Claims;

namespace Ecommerce.ServiceDefaults.Authentication;

/// <summary>Reads the caller's token.</summary>
public static class CallerExtensions
{
    /// <summary>The signed-in person's id; null for a guest and for a service.</summary>
    public static Guid? UserId(this ClaimsPrincipal caller) =>
        !caller.IsInRole(Roles.Service) && Guid.TryParse(caller.FindFirstValue("sub"), out var id) ? id : null;

    /// <summary>The signed-in person's id, where the endpoint lets nobody else in.</summary>
    /// <exception cref="InvalidOperationException">The endpoint lets in callers without one.</exception>
    public static Guid RequireUserId(this ClaimsPrincipal caller) =>
        caller.UserId() ?? throw new InvalidOperationException("The endpoint's policy lets in callers that are no person.");

    /// <summary>The signed-in person's verified email address, or null.</summary>
    public static string? Email(this ClaimsPrincipal caller) => caller.FindFirstValue("email");

    /// <summary>Whether the caller is staff of any role.</summary>
    public static bool IsStaff(this ClaimsPrincipal caller) =>
        caller.IsInRole(Roles.Support) || caller.IsInRole(Roles.Merchandiser) || caller.IsInRole(Roles.Admin);

    /// <summary>Who did it, for histories: <c>user:…</c>, <c>service:…</c> or <c>guest</c>.</summary>
    public static string Actor(this ClaimsPrincipal caller) => caller.FindFirstValue("sub") switch
    {
        null => "guest",
        var sub when caller.IsInRole(Roles.Service) => $"service:{sub}",
        var sub => $"user:{sub}",
    };
}
