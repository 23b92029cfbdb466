using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Application.Staff;

/// <summary>
/// Which of an account's roles its sessions have. Staff roles need a session that was proved by the second factor, and the account to
/// have it still; until then they are a customer, who may set one up.
/// </summary>
internal sealed class StaffAccess(IOptions<StaffAccessOptions> options)
{
    public string[] RolesOf(Account account, Session session) =>
        !options.Value.RequireMfaForStaff || (account.HasMfa && session.Methods.Contains(AuthenticationMethods.TwoFactors))
            ? account.Roles
            : [.. account.Roles.Except(StaffRoles.All)];

    public bool NeedsEnrolment(Account account) =>
        options.Value.RequireMfaForStaff && !account.HasMfa && account.Roles.Intersect(StaffRoles.All).Any();
}
