using Ecommerce.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Ecommerce.AuthService.Api;

/// <summary>Who may call, where the policies of all services have no name for it.</summary>
internal static class Callers
{
    /// <summary>Any signed-in person: what they do here they do with their own account.</summary>
    public const string Person = "person";

    /// <summary>The service that sends mails, and no other.</summary>
    public const string Mailer = "notification-service";

    public static void AddCallers(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Person, policy => policy.RequireAssertion(context => context.User.UserId() is not null))
        .AddPolicy(Mailer, policy => policy.RequireRole(Roles.Service).RequireClaim("sub", "notification-service"));
}
